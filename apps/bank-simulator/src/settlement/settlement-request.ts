import { formatRfc3339 } from '@tirtapay/bank-protocol';
import { isBusinessDate } from '@tirtapay/domain';
import type { Sandbox } from '../sandbox';
import { SETTLEMENT_BREAKS, withBreaks, type SettlementBreak } from './settlement-breaks';
import { settlementDay } from './settlement-day';
import { settlementCsv } from './settlement-file';

export interface SettlementFile {
  readonly name: string;
  readonly content: string;
  readonly rows: number;
}

/** The file a query asks for (`bank`, `date`, `break` once or more or comma separated); null when it asks wrongly. */
export function settlementFile(sandbox: Sandbox, query: URLSearchParams): SettlementFile | null {
  const { banks, books, now } = sandbox;
  const bank = banks.get(query.get('bank') ?? banks.first().id);
  const day = query.get('date') || formatRfc3339(now()).slice(0, 10);
  const named = query.getAll('break').flatMap((text) => text.split(',').filter((name) => name !== ''));
  const breaks = named.flatMap((name): SettlementBreak[] =>
    SETTLEMENT_BREAKS.filter((known) => known === name),
  );
  if (!bank || !isBusinessDate(day) || breaks.length !== named.length) return null;
  const rows = withBreaks(settlementDay(bank.id, day, books), breaks, day);
  // Banks name it bank, product, day.
  const name = `${bank.referencePrefix}_PDAM_${day.replaceAll('-', '')}.csv`;
  return { name, content: settlementCsv(rows), rows: rows.length };
}
