// The page that stands in for one that could not come gives way to it.
const look = () =>
	fetch('/_app/version.json', { method: 'HEAD', cache: 'no-store' }).then(
		({ ok }) => ok && location.reload(),
		() => undefined
	);
addEventListener('online', look);
setInterval(look, 5000);
