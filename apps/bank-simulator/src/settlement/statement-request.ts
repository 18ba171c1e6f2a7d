import { formatRfc3339, statementOf } from '@tirtapay/bank-protocol';
import { isBusinessDate } from '@tirtapay/domain';
import type { StatementEntry } from '../books/statements';
import type { Sandbox } from '../sandbox';
import { SANDBOX_SUPPLIER } from '../supplier/supplier-host';
import { STATEMENT_BREAKS, withStatementBreaks, type StatementBreak } from './statement-breaks';
import type { SettlementFile } from './settlement-request';

type StatementBooks = Pick<Sandbox, 'now' | 'supplier' | 'statements'>;

/** Who has a statement to hand out. */
export function statementOwners(sandbox: StatementBooks): string[] {
  return [...new Set([SANDBOX_SUPPLIER.code, ...sandbox.statements.all().map(({ of }) => of)])];
}

/** The statement a query asks for (`of`, `date`, `break` once or more or comma separated); null when it asks wrongly. */
export function statementFile(sandbox: StatementBooks, query: URLSearchParams): SettlementFile | null {
  const of = query.get('of') ?? SANDBOX_SUPPLIER.code;
  const day = query.get('date') || formatRfc3339(sandbox.now()).slice(0, 10);
  const named = query.getAll('break').flatMap((text) => text.split(',').filter((name) => name !== ''));
  const breaks = named.flatMap((name): StatementBreak[] =>
    STATEMENT_BREAKS.filter((known) => known === name),
  );
  if (!statementOwners(sandbox).includes(of) || !isBusinessDate(day) || breaks.length !== named.length)
    return null;
  const entries = withStatementBreaks(statementDay(sandbox, of, day), breaks);
  const kind = of === SANDBOX_SUPPLIER.code ? 'SUPPLIER' : 'PARTNER';
  const file = statementOf({ kind, code: of, day }, entries);
  return { ...file, type: 'text/csv; charset=utf-8', rows: entries.length };
}

/** What a supplier or partner has of a day (`YYYY-MM-DD`), oldest first. */
function statementDay(sandbox: StatementBooks, of: string, day: string): StatementEntry[] {
  const bought = of === SANDBOX_SUPPLIER.code ? sandbox.supplier.purchases.all() : [];
  const live = bought.flatMap((purchase): StatementEntry[] =>
    purchase.status !== 'Sukses' || purchase.at === null
      ? []
      : [
          {
            of,
            kind: 'SUPPLIER',
            reference: purchase.ref,
            customer_no: '',
            text: `${purchase.sku} ${purchase.customer}`,
            amount: -purchase.price,
            at: purchase.at,
          },
        ],
  );
  return [...sandbox.statements.all().filter((entry) => entry.of === of), ...live]
    .filter(({ at }) => at.slice(0, 10) === day)
    .sort((a, b) => `${a.at}${a.reference}`.localeCompare(`${b.at}${b.reference}`));
}
