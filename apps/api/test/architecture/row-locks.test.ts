import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(__dirname, '..', '..', 'src');
/** Payments, and the penalties they book, refer to their rows: the check of a foreign key waits for FOR UPDATE, and does not for FOR NO KEY UPDATE. */
const REFERENCED = /\b(?:FROM|JOIN)\s+(?:penerima|bank_integration|pelanggan|tagihan|akun|kebijakan_denda)\b/;
/** Nothing that posts may end its whole transaction because of one row that is held. */
const POSTING = join('modules', 'money', 'payment');

interface Statement {
  readonly file: string;
  readonly sql: string;
}

/** Texts that lock rows, up to where they say how. */
function locking(clause: RegExp): Statement[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(SOURCE, file), 'utf8');
      return [...text.matchAll(clause)].map(({ index }) => {
        const before = text.slice(0, index);
        const from = Math.max(...['`', '"', "'"].map((quote) => before.lastIndexOf(quote)));
        return { file, sql: before.slice(from + 1) };
      });
    });
}

it('finds the statements that lock rows', () => {
  expect(locking(/FOR UPDATE/g).length).toBeGreaterThan(5);
  expect(locking(/FOR NO KEY UPDATE/g).length).toBeGreaterThan(5);
});

it('never locks a row that a payment refers to against the check of its foreign key', () => {
  expect(locking(/FOR UPDATE/g).filter(({ sql }) => REFERENCED.test(sql))).toEqual([]);
});

it('waits or leaves out, but never fails a whole transaction on a lock', () => {
  expect(locking(/\bNOWAIT\b/g).filter(({ file }) => file.includes(POSTING))).toEqual([]);
});
