/** The arrows of the architecture; anything else fails the build. See docs/adr. */
const MODULES = {
  identity: [],
  approvals: [],
  regions: [],
  ledger: [],
  tariffs: ['approvals'],
  'bank-gateway': ['approvals'],
  customers: ['regions', 'tariffs', 'approvals'],
  'meter-reading': ['customers', 'tariffs', 'approvals'],
  billing: ['meter-reading', 'customers', 'tariffs', 'ledger', 'approvals'],
  penalty: ['billing', 'customers', 'ledger', 'approvals'],
  counters: [],
  payment: ['penalty', 'billing', 'customers', 'bank-gateway', 'counters', 'ledger', 'approvals'],
  notifications: [],
  developer: [],
};

const moduleRules = Object.entries(MODULES).map(([name, allowed]) => ({
  name: `module-${name}`,
  comment: `${name} may know ${allowed.length === 0 ? 'no other module' : allowed.join(', ')}`,
  severity: 'error',
  from: { path: `^apps/api/src/modules/${name}/` },
  to: {
    path: '^apps/api/src/modules/',
    pathNot: [
      `^apps/api/src/modules/${name}/`,
      ...allowed.map((other) => `^apps/api/src/modules/${other}/index\\.ts$`),
    ],
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
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
      to: { path: '^apps/api/src/(modules|demo|cli)/' },
    },
    {
      name: 'modules-know-no-shell',
      severity: 'error',
      from: { path: '^apps/api/src/modules/' },
      to: { path: '^apps/api/src/(cli|demo|app\\.|main|modules\\.ts)' },
    },
    ...moduleRules,
    {
      name: 'nobody-imports-the-top',
      severity: 'error',
      from: { path: '^apps/api/src/modules/', pathNot: '^apps/api/src/modules/(reporting|notifications)/' },
      to: { path: '^apps/api/src/modules/(reporting|notifications)/' },
    },
    {
      name: 'reporting-reads-through-indexes',
      severity: 'error',
      from: { path: '^apps/api/src/modules/reporting/' },
      to: { path: '^apps/api/src/modules/(?!reporting/)[^/]+/(?!index\\.ts$)' },
    },
    {
      name: 'only-the-index-of-a-module',
      severity: 'error',
      from: { path: '^apps/api/src/(?!modules/)' },
      to: { path: '^apps/api/src/modules/[^/]+/(?!index\\.ts$)' },
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
      from: { path: '^apps/web/src/features/([^/]+)/' },
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
