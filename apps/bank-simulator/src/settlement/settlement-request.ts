import { camt053Text, formatRfc3339, mt940Text, sultraCsv, type BankDay } from '@tirtapay/bank-protocol';
import { isBusinessDate } from '@tirtapay/domain';
import type { BankBook } from '../bank-book';
import { SETTLEMENT_BREAKS, withBreaks, type SettlementBreak } from './settlement-breaks';
import { settlementDay, type FileBooks } from './settlement-day';

/** What a day can be downloaded as. */
export const SETTLEMENT_KINDS = ['csv', 'mt940', 'camt053'] as const;
type SettlementKind = (typeof SETTLEMENT_KINDS)[number];

const WRITERS: Readonly<
  Record<
    SettlementKind,
    { readonly ending: string; readonly type: string; readonly write: (day: BankDay) => string }
  >
> = {
  csv: { ending: 'csv', type: 'text/csv; charset=utf-8', write: sultraCsv },
  mt940: { ending: 'sta', type: 'text/plain; charset=utf-8', write: mt940Text },
  camt053: { ending: 'xml', type: 'application/xml; charset=utf-8', write: camt053Text },
};

/** Of the utility at any bank of the sandbox, and what lay in it before the day. */
const ACCOUNT = '0011223344';
const OPENING = 1_000_000;

export interface SettlementFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
  readonly rows: number;
}

/** The file a query asks for (`bank`, `date`, `kind`, `break` once or more or comma separated); null when it asks wrongly. */
export function settlementFile(
  sandbox: { readonly banks: BankBook; readonly books: FileBooks; readonly now: () => number },
  query: URLSearchParams,
): SettlementFile | null {
  const { banks, books, now } = sandbox;
  const bank = banks.get(query.get('bank') ?? banks.first().id);
  const day = query.get('date') || formatRfc3339(now()).slice(0, 10);
  const named = query.getAll('break').flatMap((text) => text.split(',').filter((name) => name !== ''));
  const breaks = named.flatMap((name): SettlementBreak[] =>
    SETTLEMENT_BREAKS.filter((known) => known === name),
  );
  const kind = SETTLEMENT_KINDS.find((known) => known === (query.get('kind') ?? 'csv'));
  if (!bank || !kind || !isBusinessDate(day) || breaks.length !== named.length) return null;
  const rows = withBreaks(settlementDay(bank.id, day, books), breaks, day);
  const compact = day.replaceAll('-', '');
  const { ending, type, write } = WRITERS[kind];
  const content = write({
    bank: bank.id.toUpperCase(),
    day: compact,
    account: ACCOUNT,
    opening: OPENING,
    rows,
  });
  // Banks name it bank, product, day.
  return { name: `${bank.referencePrefix}_PDAM_${compact}.${ending}`, type, content, rows: rows.length };
}
