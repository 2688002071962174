// The build for files only, which ships without types of its own.
declare module 'video.js/core.es.js' {
	export { default } from 'video.js';
}
