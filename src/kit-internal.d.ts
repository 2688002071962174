// Kit exports its HttpError class here without declaring it.
declare module '@sveltejs/kit/internal' {
	export class HttpError {
		status: number;
		body: App.Error;
		constructor(status: number, body: string | App.Error);
	}
}
