import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** By how much type is made smaller, step by step, until what is shown fits. Below that, its place scrolls. */
const STEPS = [1, 0.9, 0.8, 0.7, 0.62, 0.54] as const;
const LAST = STEPS.length - 1;

/**
 * Makes what stands in an element as large as its place lets it be: its styles multiply by `--fit`. While the
 * same thing is shown it only ever gets smaller, so that what people read stays where it is.
 * @param subject what is shown: another one begins large again.
 * @param content what of it may grow.
 */
export function fitted(
	subject: () => unknown,
	content: () => unknown = subject
): Attachment<HTMLElement> {
	return (element) => {
		let at = 0;

		function set(step: number) {
			at = step;
			element.style.setProperty('--fit', String(STEPS[step]));
		}
		function shrink() {
			while (at < LAST && overflows(element)) set(at + 1);
			element.toggleAttribute('data-over', at === LAST && overflows(element));
		}
		function anew() {
			set(0);
			shrink();
		}

		let last: unknown;
		$effect(() => {
			const shown = subject();
			void content();
			untrack(() => {
				if (shown === last) shrink();
				else anew();
				last = shown;
			});
		});
		const sized = new ResizeObserver(anew);
		sized.observe(element);
		// The type may come later than the page.
		void document.fonts.ready.then(anew);
		return () => sized.disconnect();
	};
}

function overflows({ scrollHeight, clientHeight }: HTMLElement): boolean {
	return scrollHeight > clientHeight + 1;
}
