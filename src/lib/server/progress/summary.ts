import type { Module, Series, Step } from '../curriculum/index.ts';
import { lockOf, lockSentence } from './locks.ts';
import type { Place } from './place.ts';

export type StepProgress = {
	title: string;
	href: string;
	minutes: number;
	completed: boolean;
};

export type ModuleProgress = {
	id: string;
	/** Its place in the series, from 1. */
	number: number;
	title: string;
	summary: string;
	arc: string;
	minutes: number;
	minutesLeft: number;
	objectives: readonly string[];
	/** The page that says what the module is about. */
	overview: string;
	/** Where the module begins, or goes on. */
	href: string;
	/** Whether anything was done in it before. */
	started: boolean;
	state: 'done' | 'now' | 'ahead' | 'locked';
	/** Why it is locked and until when, as a sentence. */
	lock: string | null;
	completedAt: Date | null;
	steps: StepProgress[];
};

export type SeriesProgress = {
	title: string;
	href: string;
	cohortId: string;
	cohortName: string;
	/** As whom the viewer stands in it. */
	role: 'participant' | 'facilitator';
	modules: ModuleProgress[];
	completed: boolean;
};

export type NextStep = {
	href: string;
	seriesTitle: string;
	moduleTitle: string;
	stepTitle: string;
	minutes: number;
	/** Whether anything was done in the series before. */
	started: boolean;
};

/** What is done, what is next and what is locked, in every module of a series. */
export function seriesProgress(place: Place, now: Date): SeriesProgress {
	const { series, enrolment, record } = place;
	const next = nextModule(place, now);
	const modules = series.modules.map((module) => {
		const completed = record.modules.has(module.id);
		const lock = lockFor(place, module, now);
		const steps = module.steps.map((step) => stepProgress(place, module, step));
		const left = module.steps.filter(({ id }) => !record.steps.has(id));
		return {
			id: module.id,
			number: module.number,
			title: module.title,
			summary: module.summary,
			arc: module.arc,
			minutes: module.minutes.alone,
			minutesLeft: sum(left.map(({ minutes }) => minutes)),
			objectives: module.objectives,
			overview: moduleHref(series, module),
			href: (steps.find((step) => !step.completed) ?? steps[0])?.href ?? moduleHref(series, module),
			started: module.steps.some(({ blocks }) => blocks.some(({ id }) => record.blocks.has(id))),
			state: completed ? 'done' : lock ? 'locked' : module === next ? 'now' : 'ahead',
			lock: lock && lockSentence(lock, record.zone),
			completedAt: record.modules.get(module.id) ?? null,
			steps
		} satisfies ModuleProgress;
	});
	return {
		title: series.title,
		href: seriesHref(series),
		cohortId: enrolment.cohortId,
		cohortName: record.cohortName,
		role: enrolment.role,
		modules,
		completed: modules.every(({ state }) => state === 'done')
	};
}

/** The first step that is open and not complete; null when there is nothing to do now. */
export function nextStep(place: Place, now: Date): NextStep | null {
	const module = nextModule(place, now);
	const step = module?.steps.find(({ id }) => !place.record.steps.has(id));
	if (module === undefined || step === undefined) return null;
	return {
		href: stepHref(place.series, module, step),
		seriesTitle: place.series.title,
		moduleTitle: module.title,
		stepTitle: step.title,
		minutes: step.minutes,
		started: place.record.blocks.size > 0
	};
}

function nextModule(place: Place, now: Date): Module | undefined {
	const open = place.series.modules.filter(
		(module) =>
			!place.record.modules.has(module.id) &&
			lockFor(place, module, now) === null &&
			module.steps.some(({ id }) => !place.record.steps.has(id))
	);
	if (place.series.order === 'in-order') return open[0];
	// Without an order a person goes on where they were.
	const lastIn = ({ steps }: Module) =>
		Math.max(
			0,
			...steps.flatMap(({ blocks }) =>
				blocks.map(({ id }) => place.record.blocks.get(id)?.getTime() ?? 0)
			)
		);
	return open.toSorted((one, other) => lastIn(other) - lastIn(one))[0];
}

function lockFor(place: Place, module: Module, now: Date) {
	if (place.enrolment.role === 'facilitator') return null;
	return lockOf(place.series, module, place.record, now);
}

function stepProgress(place: Place, module: Module, step: Step): StepProgress {
	return {
		title: step.title,
		href: stepHref(place.series, module, step),
		minutes: step.minutes,
		completed: place.record.steps.has(step.id)
	};
}

function seriesHref(series: Series): string {
	return `/learn/${series.slug}`;
}

function moduleHref(series: Series, module: Module): string {
	return `/learn/${series.slug}/${module.slug}`;
}

function stepHref(series: Series, module: Module, step: Step): string {
	return `${moduleHref(series, module)}/${step.slug}`;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
