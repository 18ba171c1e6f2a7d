import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODE_NAMES, STATE_NAMES } from '@tirtapay/domain';

type Words = { [key: string]: string | Words };

/** The words of each language by namespace: those of all, and those that lie beside a feature. */
function wordsOf(language: string): Map<string, string> {
  const features = join(__dirname, '..', 'features');
  const names = (folder: string) => readdirSync(folder);
  return new Map([
    ...names(join(__dirname, language)).map(
      (file) => [file.replace('.json', ''), join(__dirname, language, file)] as const,
    ),
    ...names(features).flatMap((area) =>
      names(join(features, area)).map(
        (feature) => [feature, join(features, area, feature, 'words', `${language}.json`)] as const,
      ),
    ),
  ]);
}

const files = { id: wordsOf('id'), en: wordsOf('en') };
const namespaces = [...files.id.keys()].sort();
const read = (language: 'id' | 'en', namespace: string) =>
  JSON.parse(readFileSync(files[language].get(namespace) ?? '', 'utf8')) as Words;

function flatten(words: Words, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

/** English counts in two forms where Indonesian needs one. */
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort();

test('both languages have the same namespaces', () => {
  expect([...files.en.keys()].sort()).toEqual(namespaces);
});

describe.each(namespaces)('%s', (file) => {
  const indonesian = flatten(read('id', file));
  const english = flatten(read('en', file));

  test('has the same keys in both languages', () => {
    const keys = (words: Map<string, string>) => [...new Set([...words.keys()].map(withoutPlural))].sort();
    expect(keys(english)).toEqual(keys(indonesian));
  });

  test('says something under every key', () => {
    const empty = [...indonesian, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('fills the same placeholders in both languages', () => {
    const different = [...english].filter(([key, text]) => {
      const other = indonesian.get(key) ?? indonesian.get(withoutPlural(key) + '_other');
      return other !== undefined && placeholders(text).join() !== placeholders(other).join();
    });
    expect(different).toEqual([]);
  });
});

test.each(['id', 'en'] as const)(
  'files say the state of a thing in the words of the screen: %s',
  (language) => {
    const common = flatten(read(language, 'common'));
    const elsewhere: Readonly<Record<string, Map<string, string>>> = {
      takeover: flatten(read(language, 'takeover')),
      instalmentPlan: flatten(read(language, 'instalments')),
    };
    const all: Readonly<Record<string, Readonly<Record<string, Readonly<Record<'id' | 'en', string>>>>>> =
      STATE_NAMES;
    for (const [kind, names] of Object.entries(all))
      for (const [code, words] of Object.entries(names))
        expect([kind, code, words[language]]).toEqual([
          kind,
          code,
          elsewhere[kind]?.get(`state.${code}`) ?? common.get(`status.${kind}.${code}`),
        ]);
  },
);

const sources = (readdirSync(join(__dirname, '..'), { recursive: true }) as string[])
  .filter((file) => /(?<!\.spec)\.tsx?$/.test(file))
  .map((file) => readFileSync(join(__dirname, '..', file), 'utf8'));
/** Keys as they stand in the code, and those of which it knows a part only when it runs. */
const written = new Set(sources.flatMap((source) => source.match(/(?<=')[\w.:-]+(?=')/g) ?? []));
const composed = new Set(
  sources.flatMap((source) => source.match(/(?<=`)[\w.:]*(\$\{[^`{}]*\}[\w.:]*)+(?=`)/g) ?? []),
);
const patterns = [...composed]
  // A part of the key at least must stand there, or it would be every key.
  .filter((text) => /\w/.test(text.replaceAll(/\$\{[^}]*\}/g, '')))
  .map((text) => new RegExp(`^${text.replaceAll(/\$\{[^}]*\}/g, '.+').replaceAll(/\.(?!\+)/g, '\\.')}$`));

test.each(namespaces)('every word of %s is asked for somewhere', (namespace) => {
  const isAsked = (key: string) => written.has(key) || patterns.some((pattern) => pattern.test(key));
  const words = [...flatten(read('id', namespace)).keys()];
  const unasked = words.filter(
    (key) => ![key, withoutPlural(key)].some((name) => isAsked(name) || isAsked(`${namespace}:${name}`)),
  );
  expect(unasked).toEqual([]);
});

/** Where the screen has them: the namespace, and what their keys begin with. */
const CODES_ON_SCREEN: Readonly<Record<keyof typeof CODE_NAMES, readonly [string, string]>> = {
  caseKind: ['cases', 'kinds'],
  approvalKind: ['approvals', 'kinds'],
  reconciliationItem: ['common', 'status.reconciliationItem'],
  reconciliationItemType: ['reconciliation', 'type'],
  reconciliationAction: ['reconciliation', 'action'],
  reconciliationParty: ['reconciliation', 'party'],
  severity: ['common', 'status.severity'],
  readingMethod: ['common', 'method'],
  checkoutAtBank: ['common', 'status.checkoutAtBank'],
  takeoverKind: ['takeover', 'kind'],
  settlementLine: ['reconciliation', 'kind'],
  supplierMovement: ['ppob-suppliers', 'movement.kinds'],
  penaltyMode: ['penalties', 'mode'],
  anomaly: ['common', 'anomaly'],
  depositEvent: ['partners', 'event'],
  webhookSource: ['webhooks', 'sources'],
  webhookOutcome: ['webhooks', 'brief'],
  bankProtocol: ['bank-calls', 'protocol'],
  bankService: ['outbound-calls', 'service'],
  settlementFormat: ['reconciliation', 'formats'],
  caseResolution: ['cases', 'decided'],
  role: ['common', 'role'],
  tariffGroup: ['common', 'tariffGroup'],
  customerField: ['customers', 'history.field'],
  activityAction: ['activity', 'actions'],
  activityEntity: ['activity', 'entities'],
  activityActor: ['activity', 'actors'],
};

test.each(['id', 'en'] as const)('and its kinds, each of them: %s', (language) => {
  for (const [name, [namespace, prefix]] of Object.entries(CODES_ON_SCREEN)) {
    const start = `${prefix}.`;
    const screen = [...flatten(read(language, namespace))].filter(([key]) => key.startsWith(start));
    const names: Readonly<Record<string, Readonly<Record<'id' | 'en', string>>>> =
      CODE_NAMES[name as keyof typeof CODE_NAMES];
    expect([name, Object.entries(names).map(([code, words]) => [code, words[language]])]).toEqual([
      name,
      screen.map(([key, text]) => [key.slice(start.length), text]),
    ]);
  }
});
