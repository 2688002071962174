import { onMount } from 'svelte';

/** True while the browser knows that there is no network. Always false on the server. */
export function watchConnection(): { readonly offline: boolean } {
	let offline = $state(false);
	onMount(() => {
		const look = () => (offline = !navigator.onLine);
		look();
		window.addEventListener('online', look);
		window.addEventListener('offline', look);
		return () => {
			window.removeEventListener('online', look);
			window.removeEventListener('offline', look);
		};
	});
	return {
		get offline() {
			return offline;
		}
	};
}
