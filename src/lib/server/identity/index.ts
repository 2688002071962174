export { demoPeople, enterAs } from './demo.ts';
export { chooseLanguage, languageChoice } from './language.ts';
export { chooseReading, readingChoice } from './reading.ts';
export { limitTries, requireTriesLeft } from './limits.ts';
export { keepVideoSpeed, register, registration, type Registration } from './people.ts';
export { credentials, signIn } from './sign-in.ts';
export {
	findViewer,
	signOut,
	signOutEverywhere,
	startAuthSession,
	type SessionCookie
} from './auth-sessions.ts';
