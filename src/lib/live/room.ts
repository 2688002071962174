/**
 * What a page of a meeting knows of the room, part by part. The server sends a part whole whenever it has
 * changed, but for the wall: of that, what is newer than what the page has.
 */

/** Who looks: the facilitators’ console, the projector in front of everybody, somebody’s own device. */
export type Surface = 'console' | 'projector' | 'phone';

export type Room = {
	/** Of the last change that it knows. */
	number: number;
	run: RunPart;
	asked: AskedPart;
	wall: WallPart;
	people: PeoplePart;
	parked: ParkedPart;
	breakout: BreakoutPart;
	screen: ScreenPart;
};

export type PartName = Exclude<keyof Room, 'number'>;
export const partNames: readonly PartName[] = [
	'run',
	'asked',
	'wall',
	'people',
	'parked',
	'breakout',
	'screen'
];

/** What the stream carries: the number that the page has then, what o’clock it is, and what changed. */
export type RoomMessage = Pick<Room, 'number'> & { now: string } & Partial<Pick<Room, PartName>>;

/** Times are ISO, as they come through the stream. */
export type RunPart = {
	status: 'ahead' | 'running' | 'ended';
	/** When it was to begin, on clocks of which zone, and how long it was to take. */
	startsAt: string;
	zone: string;
	minutes: number;
	startedAt: string | null;
	endedAt: string | null;
	/** The block that the room is in; null before the first and after the end. */
	current: CurrentBlock | null;
	/** For the console: the whole agenda, as it stands now. Empty elsewhere. */
	blocks: RunBlock[];
	/** For the console: what Undo takes back. Null elsewhere, and where there is nothing to take back. */
	undo: UndoableStep | null;
};

export type UndoableStep = {
	/** Of the step. Undo says it, so that it takes back no other. */
	number: number;
	/** What it did to all of its blocks; `minutes` where it did one thing here and another there. */
	what: 'minutes' | 'leave-out' | 'take-up';
	/** Of its blocks. */
	titles: string[];
};

export type RunBlock = {
	id: string;
	title: string;
	kind: string;
	priority: 'must' | 'trim' | 'skip';
	min: number;
	max: number;
	planned: number;
	/** 0 when it is left out. */
	minutes: number;
	spentSeconds: number;
	enteredAt: string | null;
};

export type CurrentBlock = {
	id: string;
	title: string;
	kind: string;
	/** What this surface shows of it, rendered: what participants see, or what the projector does. */
	html: string;
	minutes: number;
	spentSeconds: number;
	enteredAt: string;
	/** What comes after it, in a word. */
	next: string | null;
	/** For the projector, whose keys go there: the ids of the blocks after it and before it. */
	around: { next: string | null; back: string | null } | null;
};

export type AskKind = 'reflect' | 'poll' | 'check' | 'continuum' | 'video' | 'question';

export type AskedPart = {
	/** What is before everybody. Null when nothing is. */
	now: Asked | null;
	/** What was asked before in this meeting: it can be brought back, and answered still. */
	earlier: { id: string; kind: AskKind; promptHtml: string; answers: number }[];
};

export type Asked = {
	id: string;
	kind: AskKind;
	/** Of the series’ block; null for a question of the facilitators’ own. */
	blockId: string | null;
	promptHtml: string;
	choices: { id: string; text: string }[];
	multiple: boolean;
	pairs: { id: string; from: string; to: string }[];
	/** Where the answers go. */
	capture: 'wall' | 'journal' | 'commitment' | 'exit';
	/** Names stand beside the answers on the wall. Never switched on once it is asked. */
	named: boolean;
	isOpen: boolean;
	isRevealed: boolean;
	look: 'cards' | 'themes' | 'words';
	/** How many have answered. */
	answers: number;
	results: Results | null;
	/** Counted in the room, by choice: who raised a hand may have answered as well. */
	hands: Record<string, number> | null;
	/** Counted in the room, of a continuum: people at each place by pair, for pairs that were walked. */
	stands: Record<string, number[]> | null;
	video: RoomVideo | null;
};

/** Shown from five answers on. Of a continuum, counts from the first place to the last by pair. */
export type Results = {
	/** How many answers are counted in it: fewer than came in, while the next five are awaited. */
	of: number;
	counts: Record<string, number> | null;
	spread: Record<string, number[]> | null;
};

export type RoomVideo = {
	src: string;
	type: string;
	poster: string;
	title: string;
	captions: { language: string; label: string; src: string }[];
	/** The stretch that is played, in seconds. */
	from: number;
	to: number;
	/** Where it stood at `at`; it moves on from there while it plays. */
	position: number;
	isPlaying: boolean;
	at: string;
};

export type WallPart = {
	askId: string | null;
	/** The page forgets what it had: another question, or a first look. */
	isWhole: boolean;
	entries: WallEntry[];
	themes: { id: string; name: string }[];
};

export type WallEntry = {
	id: string;
	text: string;
	/** Only where names stand on this wall. */
	name: string | null;
	/** For the console; elsewhere an entry that is hidden comes without its text, to be taken away. */
	isHidden: boolean;
	isHighlighted: boolean;
	themeId: string | null;
	votes: number;
};

/** The console has names; the others only know how many. */
export type PeoplePart = {
	here: number;
	list: Attendee[];
	/** For the console: who is of the cohort and has not come. */
	missing: { enrolmentId: string; name: string }[];
};

export type Attendee = {
	id: string;
	name: string;
	isGuest: boolean;
	mode: 'room' | 'remote';
	arrivedAt: string;
	leftAt: string | null;
	noted: 'code' | 'hand' | 'paper';
};

export type ParkedPart = {
	items: Parked[];
	/** Facilitators look at what a participant parks before all see it. */
	looksFirst: boolean;
};

export type Parked = {
	id: string;
	text: string;
	answer: string | null;
	isHidden: boolean;
	/** It is an entry of the wall that the room does not see. */
	isKeptBack: boolean;
	/** Its writer and the facilitators alone see it, until one of them lets it through. */
	isHeld: boolean;
	/** For the console: an entry that its writer took off the wall. It comes without its words. */
	isTakenBack: boolean;
	votes: number;
	/** Counted in the room: who raised a hand may have voted as well. */
	hands: number | null;
	/** From an earlier meeting of the cohort. */
	isEarlier: boolean;
};

/** What the screen shows where there is more than one thing to show. */
export type ScreenPart = {
	/** The facilitators put the parking lot over all else. */
	hasParked: boolean;
	/** What is asked came after the groups that are at work. */
	hasAskedInFront: boolean;
};

/** Groups at work. Null when the room is together. */
export type BreakoutPart = {
	id: string;
	/** What they do, rendered: the facilitators’ own words, or what the block says to participants. */
	taskHtml: string;
	minutes: number;
	openedAt: string;
	/** When they were called back, and by when they are to be there. */
	calledAt: string | null;
	backAt: string | null;
	isShared: boolean;
	/** Of a protocol, if the block has one. */
	steps: BreakoutStep[];
	groups: BreakoutGroup[];
} | null;

export type BreakoutStep = { title: string; minutes: number; speaks: string; html: string };

export type BreakoutGroup = {
	id: string;
	number: number;
	/** A phone hears only how many: it reads its own group by itself. */
	size: number;
	members: GroupMember[];
	/** For the console and, once shared, for all. A phone reads its own group’s note by itself. */
	note: string;
	revision: number;
	/** Grows when who is in it, or what they do, changes. */
	arranged: number;
	/** Its note stays with the group when the others’ are brought to the wall. */
	isHidden: boolean;
};

export type GroupMember = { attendeeId: string; name: string; role: string | null };

/** Nobody has answered, counted or written anything in this meeting. */
export function isUntouched({ asked, parked, breakout }: Room): boolean {
	const { now } = asked;
	const isAnswered = now !== null && (now.answers > 0 || now.hands !== null || now.stands !== null);
	return (
		!isAnswered &&
		asked.earlier.every(({ answers }) => answers === 0) &&
		parked.items.every(({ isEarlier }) => isEarlier) &&
		(breakout?.groups.every(({ note }) => note === '') ?? true)
	);
}

/** What the page knows after a message. Parts that are not in it stay. */
export function afterMessage(room: Room, message: RoomMessage): Room {
	if (message.number < room.number) return room;
	const { number, wall } = message;
	const changed = Object.fromEntries(
		partNames.filter((part) => part in message).map((part) => [part, message[part]])
	);
	return { ...room, ...changed, number, wall: wall ? grown(room.wall, wall) : room.wall };
}

function grown(known: WallPart, change: WallPart): WallPart {
	if (change.isWhole || change.askId !== known.askId) return change;
	const entries = new Map([...known.entries, ...change.entries].map((entry) => [entry.id, entry]));
	// What is the same stays the same: otherwise two hundred cards look at their themes at each answer.
	const themes = isSame(known.themes, change.themes) ? known.themes : change.themes;
	return { ...change, entries: [...entries.values()], themes };
}

function isSame(known: WallPart['themes'], told: WallPart['themes']): boolean {
	return (
		known.length === told.length &&
		told.every(({ id, name }, at) => known[at]?.id === id && known[at].name === name)
	);
}
