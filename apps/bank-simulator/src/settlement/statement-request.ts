import { depositCsv, formatRfc3339, salesCsv } from '@tirtapay/bank-protocol';
import { isBusinessDate } from '@tirtapay/domain';
import type { StatementEntry } from '../books/statements';
import type { Sandbox } from '../sandbox';
import { SANDBOX_SUPPLIER } from '../supplier/supplier-host';
import { STATEMENT_BREAKS, withStatementBreaks, type StatementBreak } from './statement-breaks';
import type { SettlementFile } from './settlement-request';

/** What lay in the deposit before the day, as far as a statement needs a balance. */
const OPENING = 10_000_000;
const SUCCESS = '00';
const GIVEN_BACK = '05';

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
  const compact = day.replaceAll('-', '');
  const supplies = of === SANDBOX_SUPPLIER.code;
  const file = { code: of, day: compact };
  const content = supplies
    ? depositCsv({ ...file, opening: OPENING, rows: entries.map(depositRow) })
    : salesCsv({ ...file, rows: salesOf(entries) });
  const name = `${of}_${supplies ? 'DEPOSIT' : 'PENJUALAN'}_${compact}.csv`;
  return { name, type: 'text/csv; charset=utf-8', content, rows: entries.length };
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

function moment(at: string): { readonly date: string; readonly time: string } {
  return { date: at.slice(0, 10).replaceAll('-', ''), time: at.slice(11, 19).replaceAll(':', '') };
}

function depositRow({ at, reference, text, amount }: StatementEntry) {
  return { ...moment(at), reference, text, amount };
}

/** A sale that was given back is one row, as a partner has it. */
function salesOf(entries: readonly StatementEntry[]) {
  const back = new Set(entries.flatMap(({ reference, amount }) => (amount < 0 ? [reference] : [])));
  return entries.flatMap(({ at, reference, customer_no: customerNo, text: service, amount }) => {
    if (amount < 0) return [];
    const status = back.has(reference) ? GIVEN_BACK : SUCCESS;
    return [{ ...moment(at), reference, customerNo, service, amount, status }];
  });
}
