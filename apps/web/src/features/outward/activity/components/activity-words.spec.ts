import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import words from '../words/id.json';

const API = join(__dirname, '../../../../../../api/src');

const sources = readdirSync(API, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(API, file), 'utf8'))
  .filter((text) => /writeAudit|log_aktivitas|AuditEntry|security\.record/.test(text));

const found = (pattern: RegExp): string[] => [
  ...new Set(
    sources
      .flatMap((text) => [...text.matchAll(pattern)])
      .flatMap(([match]) => [...match.matchAll(/'([a-z_]+(?:\.[a-z_]+)?)'/g)].map((name) => name[1] ?? '')),
  ),
];

/** The actions as they stand in the words: `bill` → `issued` is `bill.issued`. */
const known = Object.entries(words.actions).flatMap(([thing, verbs]) =>
  Object.keys(verbs).map((verb) => `${thing}.${verb}`),
);

test('every action the API records has words', () => {
  const actions = found(/\baction: [^,}]*/g).filter((name) => name.includes('.'));
  expect(actions.length).toBeGreaterThan(40);
  expect(actions.filter((action) => !known.includes(action))).toEqual([]);
});

test('every kind of thing the API records has a word', () => {
  const kinds = found(/\bentityType: '[a-z_]+'/g);
  expect(kinds.length).toBeGreaterThan(15);
  expect(kinds.filter((kind) => !(kind in words.entities))).toEqual([]);
});
