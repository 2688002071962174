export { findMeetingByCode, getMeeting, type Meeting } from './meeting.ts';
export { listUpcoming, readSchedule, type UpcomingSession } from './schedule.ts';
export {
	planInput,
	planMeetings,
	previewPlan,
	readPlanPage,
	type PlanPage,
	type Preview
} from './plan.ts';
export { readMeeting, type MeetingPage } from './page.ts';
export { cancelInput, cancelMeeting, changeInput, changeMeeting } from './change.ts';
export { bringBack, bringSetBack, previewBringBack } from './bring-back.ts';
export {
	cancelSet,
	cancelSetInput,
	changeSet,
	changeSetInput,
	previewCancel,
	previewChange
} from './change-set.ts';
export type { Clash, MeetingPreview, SetPreview } from './set-preview.ts';
export type { SetSize } from './set.ts';
export { keepRoles, rolesInput, type CohortPerson, type Role } from './roles.ts';
export { listMeetingNews, noticeInput, readNews, type MeetingNews } from './notices.ts';
export { readCalendarPage, readFeed, readMeetingCalendar, renewFeed, revokeFeed } from './feed.ts';
