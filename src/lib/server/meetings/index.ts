export { listUpcoming, type UpcomingSession } from './schedule.ts';
