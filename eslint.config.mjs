// @ts-check
import eslint from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Time has one source: the injected clock. Anything else makes tests and business dates lie. */
const CLOCK = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'ask the injected Clock',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'ask the injected Clock' },
];
const ENVIRONMENT = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'only config and the command lines read the environment',
  },
];
/** It reads first, decides by itself between insert and update, and writes what it finds changed. */
const SAVE = [
  {
    selector:
      "CallExpression[callee.property.name=/^(save|softRemove)$/]:not([callee.object.type='ThisExpression'])",
    message: 'say insert or update',
  },
];
const TYPING = [
  {
    selector: "JSXOpeningElement[name.name='Select'] > JSXAttribute[name.name='searchable']",
    message:
      'A choice made by typing is a TypedSelect: a bare one may send the form without what stands on the screen.',
  },
  {
    selector:
      "JSXOpeningElement[name.name='Textarea'] > JSXAttribute[name.name='label'] Literal[value='form.reason']",
    message: 'Why something is done is asked by a ReasonField.',
  },
];

/** A question that is asked again may fail: what was answered before stays on the screen, with all that was typed into it. */
const KEPT = [
  {
    selector: "IfStatement > MemberExpression.test[property.name='isError']",
    message: 'Only without an answer: isError && data === undefined.',
  },
  {
    selector:
      "ConditionalExpression[test.property.name='isError'][consequent.openingElement.name.name='ProblemPanel'][alternate.type!='Literal']",
    message: 'What is known comes first: data, then isPending, then the problem.',
  },
  {
    selector: "LogicalExpression[left.right.property.name='data'][right.argument.property.name='isError']",
    message: 'What is known stays on the screen, also when it could not be asked again.',
  },
];

const STYLES = [
  {
    selector: "ImportDeclaration[source.value='@mantine/core/styles.css']",
    message: 'the public entry takes the CSS of each component',
  },
];

const WAITING = [
  {
    selector: "Literal[value='networkidle']",
    message: 'half a second beside a silent page: wait for answered(page)',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'libs/api-client/**',
      'docs/**',
      '.tirtapay/**',
      'test-output/**',
      'coverage/**',
    ],
  },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Filled by the modules that raise the events, or write the news.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowWithName: '^(DomainEventMap|KeptTopics)$' },
      ],
      '@typescript-eslint/consistent-type-imports': 'off', // decorator metadata needs the classes themselves
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-extraneous-class': 'off', // Nest modules are classes without members
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // DTO classes describe plain JSON objects; nobody constructs them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { boolean: true, string: true } },
      ],
      'no-control-regex': 'off', // refusing control characters needs naming them
      'no-restricted-syntax': ['error', ...CLOCK, ...ENVIRONMENT, ...SAVE],
    },
  },
  {
    // Where time and the environment enter.
    files: [
      'apps/api/src/platform/clock/**',
      'apps/bank-simulator/src/clock.ts',
      'apps/web/**',
      'bench/**',
      'apps/api/test/**',
      '**/*.spec.ts',
      'apps/api/src/process/**',
      'libs/documents/src/pdf/drawing-process.ts',
      'apps/local/src/*.ts',
      'apps/local/src/embedded-postgres/**',
      'apps/local/test/**',
      'apps/api/src/main.ts',
      'apps/bank-simulator/src/{main,cli}.ts',
      'apps/api/src/platform/config/**',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  { files: ['apps/web/e2e/**'], rules: { 'no-restricted-syntax': ['error', ...WAITING] } },
  {
    files: ['apps/web/src/**/*.tsx'],
    ignores: ['apps/web/src/components/form/{typed-select,reason-field,confirm-dialog}.tsx'],
    rules: { 'no-restricted-syntax': ['error', ...TYPING, ...KEPT] },
  },
  {
    files: ['apps/web/src/public/**'],
    rules: { 'no-restricted-syntax': ['error', ...STYLES, ...TYPING, ...KEPT] },
  },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        AbortController: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        performance: 'readonly',
        DOMParser: 'readonly',
        history: 'readonly',
        URLSearchParams: 'readonly',
        document: 'readonly',
        window: 'readonly',
        navigator: 'readonly',
        location: 'readonly',
        localStorage: 'readonly',
        matchMedia: 'readonly',
        fetch: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        FormData: 'readonly',
        self: 'readonly',
        caches: 'readonly',
        Response: 'readonly',
        Buffer: 'readonly',
        HTMLElement: 'readonly',
      },
    },
  },
  prettier,
);
