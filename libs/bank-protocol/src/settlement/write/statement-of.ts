import { depositCsv, salesCsv } from './statement-csv';

/** A movement as a supplier or partner has it in its own books. */
interface StatementEntry {
  readonly reference: string;
  /** Of a water bill; empty for what is sold for others. */
  readonly customer_no: string;
  readonly text: string;
  /** Integer rupiah in the biller's favour: a purchase at a supplier is below zero, a partner's sale above. */
  readonly amount: number;
  /** RFC 3339. */
  readonly at: string;
}

/** What lay in the deposit before the day, as far as a statement needs a balance. */
const OPENING = 10_000_000;
const SOLD = '00';
const GIVEN_BACK = '05';

/**
 * The statement a supplier or partner hands out of a day, from what it has in its books.
 * @param of whose it is; `day` as `YYYY-MM-DD`
 */
export function statementOf(
  { kind, code, day }: { readonly kind: 'SUPPLIER' | 'PARTNER'; readonly code: string; readonly day: string },
  entries: readonly StatementEntry[],
): { readonly name: string; readonly content: string } {
  const compact = day.replaceAll('-', '');
  return kind === 'SUPPLIER'
    ? {
        name: `${code}_DEPOSIT_${compact}.csv`,
        content: depositCsv({ code, day: compact, opening: OPENING, rows: entries.map(depositRow) }),
      }
    : {
        name: `${code}_PENJUALAN_${compact}.csv`,
        content: salesCsv({ code, day: compact, rows: salesOf(entries) }),
      };
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
    const status = back.has(reference) ? GIVEN_BACK : SOLD;
    return [{ ...moment(at), reference, customerNo, service, amount, status }];
  });
}
