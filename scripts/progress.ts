/** Says what is being done, and how long it took once it took long enough to matter. */
export async function during<Result>(
	label: string,
	work: () => Result | Promise<Result>
): Promise<Result> {
	const began = performance.now();
	const spoken = setTimeout(() => console.log(`${label} …`), 1_000);
	try {
		return await work();
	} finally {
		clearTimeout(spoken);
		const seconds = (performance.now() - began) / 1000;
		if (seconds >= 1) console.log(`${label}: ${seconds.toFixed(1)} s`);
	}
}
