/**
 * The table of docs/architecture.md: which domain may use which. A domain that is not in the table
 * may use nothing.
 */
const uses = {
	db: [],
	identity: ['db'],
	network: ['db', 'identity'],
	curriculum: [],
	cohorts: ['db', 'identity', 'network', 'curriculum'],
	progress: ['db', 'identity', 'cohorts', 'curriculum'],
	answers: ['db', 'cohorts', 'curriculum', 'progress'],
	teamwork: ['db', 'cohorts', 'curriculum', 'progress', 'answers'],
	guides: ['db', 'identity', 'network', 'cohorts', 'curriculum', 'answers'],
	meetings: ['db', 'identity', 'network', 'cohorts', 'curriculum', 'answers', 'guides'],
	live: ['db', 'identity', 'cohorts', 'curriculum', 'answers', 'progress', 'guides', 'meetings'],
	afterwards: [
		'db',
		'identity',
		'cohorts',
		'curriculum',
		'answers',
		'progress',
		'guides',
		'meetings',
		'live'
	],
	library: ['db', 'network', 'cohorts', 'curriculum'],
	support: ['db', 'identity', 'network', 'cohorts', 'curriculum', 'progress', 'answers', 'library'],
	player: [
		'db',
		'cohorts',
		'curriculum',
		'progress',
		'answers',
		'teamwork',
		'guides',
		'meetings',
		'live',
		'afterwards',
		'library',
		'support'
	],
	dashboards: [
		'db',
		'identity',
		'network',
		'cohorts',
		'curriculum',
		'progress',
		'answers',
		'teamwork',
		'guides',
		'meetings',
		'live',
		'afterwards',
		'support'
	]
};

const domains = Object.keys(uses);
const server = '^src/lib/server';
const anyOf = (names) => `(${names.join('|')})`;

const domainRules = domains.map((domain) => ({
	name: `${domain}-uses-only-its-own`,
	comment: `${domain} may use: ${uses[domain].join(', ') || 'no other domain'}.`,
	severity: 'error',
	from: { path: `${server}/${domain}/` },
	to: {
		path: `${server}/${anyOf(domains)}/`,
		pathNot: `${server}/${anyOf([domain, ...uses[domain]])}/`
	}
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		...domainRules,
		...domains.map((domain) => ({
			name: `${domain}-has-one-door`,
			comment: 'Import a domain through its index.ts only.',
			severity: 'error',
			from: { path: '^(src|prisma)/', pathNot: [`${server}/${domain}/`, '\\.test\\.ts$'] },
			to: {
				path: `${server}/${domain}/`,
				pathNot:
					domain === 'db'
						? `${server}/db/(index|transaction)\\.ts$`
						: `${server}/${domain}/index\\.ts$`
			}
		})),
		{
			name: 'no-route-to-database',
			comment: 'A route makes one domain call; it does not query.',
			severity: 'error',
			from: { path: '^src/routes/', pathNot: '^src/routes/\\(public\\)/healthz/' },
			to: { path: `${server}/db/` }
		},
		{
			name: 'ui-knows-nothing-of-the-domain',
			severity: 'error',
			from: { path: '^src/lib/ui/' },
			to: { path: '^src/', pathNot: '^src/lib/(ui|messages)/|^src/lib/languages' }
		},
		{
			name: 'player-runs-in-the-browser',
			severity: 'error',
			from: { path: '^src/lib/player/' },
			to: { path: '^src/lib/server/|^src/routes/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'modules-only-through-curriculum',
			severity: 'error',
			from: { path: '^src/', pathNot: `${server}/curriculum/` },
			to: { path: '^modules/' }
		},
		{
			name: 'one-importer-of-lucia',
			severity: 'error',
			from: { pathNot: `${server}/identity/` },
			to: { path: 'node_modules/lucia' }
		},
		{
			name: 'one-importer-of-video-js',
			severity: 'error',
			from: { pathNot: '^src/lib/player/video/' },
			to: { path: 'node_modules/video\\.js' }
		},
		{
			name: 'the-network-view-reaches-no-answers',
			comment: 'No figure of the network may come from what people wrote.',
			severity: 'error',
			from: {
				path: `${server}/dashboards/(network|network-export|suppression|tally|witness)\\.ts$`
			},
			to: { path: `${server}/answers/`, reachable: true }
		},
		{
			name: 'nobody-imports-dashboards-but-routes',
			severity: 'error',
			from: { path: `${server}/`, pathNot: `${server}/dashboards/` },
			to: { path: `${server}/dashboards/` }
		},
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } }
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: 'src/lib/server/db/generated|\\.svelte-kit' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte'] }
	}
};
