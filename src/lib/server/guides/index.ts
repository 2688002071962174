export { guideOf } from './guide.ts';
