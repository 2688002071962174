/**
 * A panel on every page of the dev server that lists what to mend in the content. The dev server brings it; a build
 * has nothing of it. Its words are for authors at work, so it speaks English only.
 */

type Fault = { file: string; line: number; message: string };

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
	section { box-sizing: border-box; position: fixed; inset: auto 1rem 1rem auto; z-index: 2147483000; inline-size: min(36rem, calc(100vw - 2rem));
		max-block-size: 60vh; overflow: auto; padding: 0.75rem 1rem; border: 2px solid #b3261e; border-radius: 8px;
		background: Canvas; color: CanvasText; font: 0.9375rem/1.45 system-ui; color-scheme: light dark;
		box-shadow: 0 6px 24px rgb(0 0 0 / 0.25); }
	section[hidden] { display: none; }
	summary { padding-block: 0.5rem; font-weight: 650; cursor: pointer; }
	ol { display: grid; gap: 0.75rem; margin: 0.25rem 0 0.5rem; padding-inline-start: 1.4rem; }
	button { padding: 0; border: 0; background: none; color: LinkText; font: 0.875rem ui-monospace, monospace;
		text-align: start; text-decoration: underline; overflow-wrap: anywhere; cursor: pointer; }
	p { margin: 0.15rem 0 0; overflow-wrap: anywhere; }
	@media print { section { display: none; } }
`);

const host = document.createElement('throughline-content-panel');
const shadow = host.attachShadow({ mode: 'open' });
shadow.adoptedStyleSheets = [sheet];
const section = document.createElement('section');
section.hidden = true;
section.setAttribute('role', 'status');
const details = document.createElement('details');
details.open = true;
section.append(details);
shadow.append(section);
document.documentElement.append(host);

function show(faults: readonly Fault[]): void {
	section.hidden = faults.length === 0;
	const summary = document.createElement('summary');
	summary.textContent = `${faults.length} to mend in the content. The page shows it as it was before.`;
	const list = document.createElement('ol');
	list.append(...faults.map(item));
	details.replaceChildren(summary, list);
}

function item({ file, line, message }: Fault): HTMLLIElement {
	const entry = document.createElement('li');
	const open = document.createElement('button');
	open.type = 'button';
	open.textContent = `${file}:${line}`;
	open.title = 'Open in your editor';
	open.addEventListener('click', () => {
		void fetch(`/__open-in-editor?file=${encodeURIComponent(`${file}:${line}`)}`);
	});
	const words = document.createElement('p');
	words.textContent = message;
	entry.append(open, words);
	return entry;
}

if (import.meta.hot) {
	import.meta.hot.on('throughline:faults', show);
	import.meta.hot.send('throughline:faults');
}
