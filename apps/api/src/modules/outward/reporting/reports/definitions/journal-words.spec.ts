import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHART_OF_ACCOUNTS } from '@tirtapay/domain';
import { JOURNAL_EVENTS } from './journal-words';

const ROOT = join(__dirname, '../../../../../../../..');
/** What a bank tells us, and what is decided: no journal is called so. */
const NO_JOURNALS = new Set(['payment.test', 'payment.paid', 'approval.approved']);

/** Events as journals are written in the domain and in the server: `event: 'bill.issued'`, `event: way ? 'a.b' : 'a.c'`. */
const written = ['libs/domain/src', 'apps/api/src/modules'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(spec|dto)\.ts$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(ROOT, folder, file), 'utf8').matchAll(
        /\bevent(?::| =)[^,;}\n]*'[a-z_]+\.[a-z_]+'[^,;}\n]*/g,
      ),
    ])
    .flatMap(([match]) => [...match.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map(([, event = '']) => event)),
);

test('every event a journal is written for has words', () => {
  const events = new Set([
    ...CHART_OF_ACCOUNTS.flatMap((account) => ('events' in account ? account.events : [])),
    ...written,
  ]);
  expect(events.size).toBeGreaterThan(20);
  expect([...events].filter((event) => !NO_JOURNALS.has(event) && !(event in JOURNAL_EVENTS))).toEqual([]);
});
