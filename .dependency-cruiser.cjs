/** The arrows of the architecture; anything else fails the build. Which module may know which is in its manifest. */
const { reach, manifests } = require('./scripts/manifests.cjs');

const moduleRules = manifests.map(({ name }) => ({
  name: `module-${name}`,
  comment: `${name} may know ${reach(name).join(', ') || 'no other module'}`,
  severity: 'error',
  from: { path: `^apps/api/src/modules/${name}/` },
  to: {
    path: '^apps/api/src/modules/',
    pathNot: [
      `^apps/api/src/modules/${name}/`,
      ...reach(name).map((other) => `^apps/api/src/modules/${other}/index\\.ts$`),
    ],
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Not of types either: two files that describe each other are one thing in two places.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-spec-in-production',
      severity: 'error',
      from: { pathNot: '\\.(spec|test)\\.tsx?$' },
      to: { path: '\\.(spec|test)\\.tsx?$' },
    },
    {
      name: 'no-dev-dependency-in-production',
      comment: 'What runs in production is installed without the dependencies of development.',
      severity: 'error',
      from: { path: '^(apps/(api|local|bank-simulator)/src|libs/[^/]+/src)', pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      // `?url` is the bundler's: the address of a file, not a module
      to: { couldNotResolve: true, pathNot: '^virtual:|\\?url$' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody belongs to nothing.',
      severity: 'error',
      from: {
        orphan: true,
        // what the browser loads as it lies there has no importer
        pathNot:
          '(^apps/(web/public|bank-simulator/assets)/|\\.d\\.ts$|\\.spec\\.tsx?$|\\.manifest\\.ts$|config\\.ts$)',
      },
      to: {},
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^libs/domain/src', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/domain/src' },
    },
    {
      name: 'contracts-know-domain',
      severity: 'error',
      from: { path: '^libs/contracts/src', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/(contracts|domain)/' },
    },
    {
      name: 'protocol-knows-domain',
      severity: 'error',
      from: { path: '^libs/bank-protocol/src', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs|apps)/|@nestjs', pathNot: '^libs/(bank-protocol|domain)/' },
    },
    {
      name: 'documents-know-domain',
      severity: 'error',
      from: { path: '^libs/documents/src', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs|apps)/|@nestjs', pathNot: '^libs/(documents|domain)/' },
    },
    {
      name: 'client-knows-nothing',
      severity: 'error',
      from: { path: '^libs/api-client/src' },
      to: { path: '^(libs|apps)/', pathNot: '^libs/api-client/' },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'platform-has-no-business',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: '^apps/api/src/(modules|process|house)' },
    },
    {
      name: 'modules-know-no-shell',
      severity: 'error',
      from: { path: '^apps/api/src/modules/' },
      to: { path: '^apps/api/src/(process|app\\.|main|house\\.ts|modules\\.ts)' },
    },
    ...moduleRules,
    {
      name: 'a-module-has-a-manifest',
      comment: 'A folder without a manifest may import nothing.',
      severity: 'error',
      from: {
        path: '^apps/api/src/modules/',
        pathNot: manifests.map(({ name }) => `^apps/api/src/modules/${name}/`),
      },
      to: {},
    },
    {
      name: 'only-the-index-of-a-module',
      severity: 'error',
      from: { path: '^apps/(local/|api/src/(?!modules/))' },
      to: { path: '^apps/api/src/modules/[^/]+/[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      from: { path: '^apps/web/src' },
      to: { path: '^(apps/(api|bank-simulator)|libs/(bank-protocol|documents))/' },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+/[^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'components-know-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/(components|lib|i18n)/' },
      to: { path: '^apps/web/src/(features|app|public)/' },
    },
    {
      name: 'simulator-is-a-stranger',
      severity: 'error',
      from: { path: '^apps/bank-simulator/src' },
      to: { path: '^apps/(api|web)/' },
    },
    {
      name: 'nobody-knows-local',
      comment: 'The only place that knows two applications is known by none of them.',
      severity: 'error',
      from: { path: '^(apps/(api|web|bank-simulator)|libs)/' },
      to: { path: '^apps/local/' },
    },
    {
      name: 'no-nameless-rooms',
      severity: 'error',
      from: {},
      to: { path: '/(utils|helpers|common)/', pathNot: 'node_modules' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^libs/api-client/src/|/test/|/e2e/|^bench/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
