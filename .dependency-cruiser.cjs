/**
 * The architecture as import rules. Each name is a sentence of ARCHITECTURE.md. Rules match folders by pattern, never a
 * list of modules. `tests/broken/architecture` trips every one of them; `tests/architecture.test.ts` proves it.
 */
const TEST = '\\.test\\.tsx?$';
/** What stands directly in server/ puts everything together, and knows everything. */
const WHOLE = '^server/[^/]+\\.ts$';
const FACE = '^server/(kernel|modules)/.+/(service|contract)\\.ts$';
const NODE_MODULES = '(^|/)node_modules/';
const HEAVY = `${NODE_MODULES}(antd|@ant-design|@rc-component|echarts|zrender|maplibre-gl|exceljs|docx|dayjs)/`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const forbidden = [
  {
    name: 'no-cycles',
    comment: 'What depends on each other is one thing: merge it, or move the shared part down.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'unresolvable',
    comment: 'The import leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'no-orphans',
    comment: 'Imports nothing and is imported by nothing: delete it.',
    from: {
      orphan: true,
      path: '^(server|shared|web|demo)/',
      pathNot: ['\\.d\\.ts$', TEST, '\\.config\\.', 'comfort\\.ts$', 'grid-worker\\.ts$', 'recount-keeper\\.ts$'],
    },
    to: {},
  },
  {
    name: 'rules-are-pure',
    comment: 'rules.ts decides and does nothing else: contracts, shared, and rules of the same module or kernel.',
    from: { path: '^server/(kernel|modules)/([^/]+)/.*\\brules\\.ts$' },
    to: { pathNot: ['^shared/', '/contract\\.ts$', '^server/$1/$2/.*\\brules\\.ts$'] },
  },
  {
    name: 'contract-is-shared',
    comment: 'contract.ts goes to the browser and to other modules: zod, shared and contracts only.',
    from: { path: '^server/(kernel|modules)/([^/]+)/.*\\bcontract\\.ts$' },
    to: { pathNot: ['^shared/', '/contract\\.ts$', '^server/$1/$2/.*\\brules\\.ts$', `${NODE_MODULES}zod/`] },
  },
  {
    name: 'contract-holds-no-rule',
    comment: 'A contract may name the type of something its own rules list, and nothing more of them.',
    from: { path: '^server/.+/contract\\.ts$' },
    to: { path: '/rules\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'kernel-knows-no-module',
    comment: 'Modules are made of kernels, never the other way round: let the module register itself.',
    from: { path: '^server/kernel/' },
    to: { path: '^server/modules/' },
  },
  {
    name: 'kernel-by-its-public-face',
    comment: 'From outside, a kernel is its service.ts and its contract.ts.',
    from: { path: '^(server|web|cli|scripts)/', pathNot: ['^server/kernel/', WHOLE] },
    to: { path: '^server/kernel/', pathNot: [FACE, '/routes\\.ts$'] },
  },
  {
    name: 'kernel-part-by-its-public-face',
    comment: 'One kernel sees of another its service.ts and its contract.ts.',
    from: { path: '^server/kernel/([^/]+)/' },
    to: { path: '^server/kernel/', pathNot: ['^server/kernel/$1/', FACE] },
  },
  {
    name: 'module-by-its-public-face',
    comment: 'From outside, a module is its service.ts and its contract.ts.',
    from: { path: '^(?:server/modules/([^/]+)|server/platform|web|cli|scripts)/' },
    to: { path: '^server/modules/', pathNot: ['^server/modules/$1/', FACE, '/routes\\.ts$'] },
  },
  {
    name: 'routes-are-mounted-once',
    comment: 'Routes are mounted in server/mounts.ts and nowhere else.',
    from: { pathNot: ['^server/mounts\\.ts$', '^tests/', TEST] },
    to: { path: '^server/(kernel|modules)/.+/routes\\.ts$' },
  },
  {
    name: 'only-stores-query',
    comment: 'SQL stands in store.ts (tables.ts describes); everybody else may know the type of a transaction only.',
    from: {
      path: '^(server/(kernel|modules)|web|demo)/',
      pathNot: ['/store\\.ts$', '/tables\\.ts$', TEST],
    },
    to: {
      path: `^server/platform/database|${NODE_MODULES}(@types/)?(pg|drizzle-orm)/`,
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'tables-only-describe',
    comment: 'tables.ts mirrors the migrations with drizzle and imports nothing else but tables of the same folder.',
    from: { path: '^server/(kernel|modules)/([^/]+)/.*\\btables\\.ts$' },
    to: { pathNot: [`${NODE_MODULES}drizzle-orm/`, '^server/$1/$2/.*\\btables\\.ts$', '/contract\\.ts$'] },
  },
  {
    name: 'routes-do-not-query',
    comment: 'routes.ts parses, calls the service and answers.',
    from: { path: '^server/.+/routes\\.ts$' },
    to: { path: ['/(store|tables)\\.ts$', `${NODE_MODULES}(@types/)?(pg|drizzle-orm)/`] },
  },
  {
    name: 'platform-knows-no-domain',
    comment: 'platform is technology: no kernel, no module, no screen, no demo.',
    from: { path: '^server/platform/', pathNot: TEST },
    to: { path: [WHOLE, '^(server/(kernel|modules)|web|demo|cli)'] },
  },
  {
    name: 'server-knows-no-screen',
    comment: 'The server offers the API; pages are loaded by main.ts as a built bundle.',
    from: { path: '^(server|shared)/' },
    to: { path: '^web/' },
  },
  {
    name: 'server-runs-without-tools',
    comment: 'A server installed with --omit=dev must start: no devDependency as a value.',
    from: { path: '^(server|shared)/', pathNot: TEST },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'shared-depends-on-nothing',
    comment: 'shared runs on both sides: no package, no Node module, no other folder.',
    from: { path: '^shared/', pathNot: TEST },
    to: { pathNot: '^shared/' },
  },
  {
    name: 'library-is-data',
    comment: 'The library is read at run time like any place’s own files: no code imports it, none stands in it.',
    from: {},
    to: { path: '^library/' },
  },
  {
    name: 'demo-by-public-face',
    comment: 'The demo city uses services like everybody else, so that it cannot show what the product cannot do.',
    from: { path: '^demo/', pathNot: TEST },
    to: { path: '^server/', pathNot: [FACE, '^server/platform/'] },
  },
  {
    name: 'nothing-needs-the-demo',
    comment: 'The product runs without its demo: only main.ts, the command line and tests know it.',
    from: { path: '^(server|shared|web)/', pathNot: ['^server/main\\.ts$', TEST] },
    to: { path: '^demo/' },
  },
  {
    name: 'web-sees-contracts-only',
    comment: 'The browser side knows of the server what crosses the wire.',
    from: { path: '^web/' },
    to: { path: '^server/', pathNot: '/contract\\.ts$' },
  },
  {
    name: 'phone-takes-contracts-as-types',
    comment: 'A contract as a value ships 23 kB of zod: outside desk and screen use `import type`.',
    from: { path: '^web/', pathNot: ['^web/(desk|screen)/', TEST] },
    to: { path: '^server/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'resident-stays-light',
    comment: 'Phone pages have a floor of bytes: nothing heavy, not even through another file.',
    from: { path: '^web/resident/', pathNot: TEST },
    to: { path: HEAVY, reachable: true },
  },
  {
    name: 'front-doors-are-separate',
    comment: 'resident, desk and screen share features, ui and lib, never each other.',
    from: { path: '^web/(resident|desk|screen)/' },
    to: { path: '^web/(resident|desk|screen)/', pathNot: '^web/$1/' },
  },
  {
    name: 'parts-know-no-front-door',
    comment: 'features, ui and lib are what pages are made of.',
    from: { path: '^web/(features|ui|lib)/' },
    to: { path: '^web/(resident|desk|screen)/' },
  },
  {
    name: 'kit-knows-no-feature',
    comment: 'ui and lib could ship in another product.',
    from: { path: '^web/(ui|lib)/' },
    to: { path: '^web/features/' },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: NODE_MODULES },
    exclude: { path: ['^tests/broken/', '^docs/', '^(build|dist|data)/', '^\\.react-router/', '(^|/)\\+types/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.d.ts', '.json'],
    },
  },
};
