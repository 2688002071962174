export { guideOf } from './guide.ts';
export { readGuide, type GuidePage } from './module-guide.ts';
export { readCohortGuide, tick, tickInput, type CohortGuide } from './prepare.ts';
export type { ShownTouch } from './provenance.ts';
