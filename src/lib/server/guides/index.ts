export { readBooklet } from './booklet.ts';
export {
	addInput,
	addOwnBlock,
	arrange,
	arrangeInput,
	settleBlock,
	settleInput,
	writeBlock,
	writeInput
} from './change-adaptation.ts';
export { guideOf } from './guide.ts';
export { type GuideAddress } from './address.ts';
export { readGuide, type GuideAsk, type GuidePage } from './module-guide.ts';
export { readCohortGuide, tick, tickInput, type CohortGuide } from './prepare.ts';
export type { ShownTouch } from './provenance.ts';
export { readAdaptation, type AdaptedBlock, type Adaptation } from './read-adaptation.ts';
export { readSharedGuide, shareGuide, shareInput, takeOverGuide } from './shared-guides.ts';
export { compareVariants } from './compare.ts';
export { listGuidesToAdapt } from './network-guides.ts';
