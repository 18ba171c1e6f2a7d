/** One runner for everything; a project per kind, so that each can be run alone: `npm test -- --selectProjects domain`. */
const swc = [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
      // The global set-up runs outside Jest's module mapper, so the aliases are resolved when compiling.
      baseUrl: __dirname,
      paths: Object.fromEntries(
        ['domain', 'contracts', 'bank-protocol', 'documents', 'api-client'].map((name) => [
          `@tirtapay/${name}`,
          [`${__dirname}/libs/${name}/src/index.ts`],
        ]),
      ),
    },
    sourceMaps: 'inline',
  },
];
/**
 * A test runs in a context of its own, where each look-up of a global goes through an interceptor: what only calculates
 * takes two to three times as long. These are handed in as parameters instead. Not among them: what Jest replaces
 * (timers), and what modules like to declare themselves (`const { Buffer } = require('buffer')`).
 */
const FAST_GLOBALS = [
  'Array',
  'BigInt',
  'Boolean',
  'Date',
  'Error',
  'Intl',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Proxy',
  'RangeError',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
  'TypeError',
  'Uint8Array',
  'WeakMap',
  'WeakSet',
];
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  sandboxInjectedGlobals: FAST_GLOBALS,
  transform: { '^.+\\.(ts|mts|js|mjs)$': swc },
  // Nest 12 ships ES modules only; everything else in node_modules is left as it is.
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@faker-js|file-type|jose|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|flydrive|@poppinss|case-anything)/)',
    '<rootDir>/dist/',
  ],
  moduleNameMapper: {
    '^@tirtapay/(domain|contracts|bank-protocol|documents|api-client)$': '<rootDir>/libs/$1/src/index.ts',
    '^@tirtapay/api-client/(.*)$': '<rootDir>/libs/api-client/src/$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.tirtapay'],
};
/** Tests that start the product: see scripts/jest. */
const product = {
  testEnvironment: '<rootDir>/scripts/jest/one-world.cjs',
  sandboxInjectedGlobals: [],
  transform: { '^.+\\.(ts|mts|cts|js|mjs|cjs)$': ['<rootDir>/scripts/jest/compiled-module.cjs', swc[1]] },
  transformIgnorePatterns: ['<rootDir>/dist/'],
};
const database = {
  globalSetup: '<rootDir>/apps/api/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/apps/api/test/support/global-teardown.ts',
};
module.exports = {
  // Of the whole run: Jest takes no time-out per project. Far longer than any test takes on a machine that is busy, so that
  // none needs one of its own; a hanging test still ends.
  testTimeout: 600_000,
  testSequencer: '<rootDir>/scripts/jest/longest-first.cjs',
  // The world of a worker keeps what its files left there: before it grows large, another worker goes on.
  workerIdleMemoryLimit: '1200MB',
  projects: [
    {
      ...base,
      displayName: 'domain',
      testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/src/**/*.spec.ts'],
    },
    {
      ...base,
      displayName: 'integration',
      ...product,
      testMatch: ['<rootDir>/apps/{api,local,bank-simulator}/test/**/*.test.ts'],
      ...database,
    },
    {
      ...base,
      displayName: 'browser',
      ...product,
      testMatch: ['<rootDir>/apps/web/e2e/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/apps/web/e2e/support/product-ready.ts'],
      globalSetup: '<rootDir>/apps/web/e2e/support/global-setup.ts',
      globalTeardown: '<rootDir>/apps/web/e2e/support/global-teardown.ts',
    },
  ],
};
