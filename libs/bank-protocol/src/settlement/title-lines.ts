import { amountIn, bareAmount, writtenMoment, type SettlementAmount } from '@tirtapay/domain';
import type { TableRecord } from './csv-records';

/** What stands above and below the rows of a statement. Each is null until a line says it. */
export interface StatementFrame {
  account: string | null;
  period: { readonly from: string; readonly to: string } | null;
  currency: string | null;
  opening: SettlementAmount | null;
  credits: SettlementAmount | null;
  debits: SettlementAmount | null;
  closing: SettlementAmount | null;
}

export function emptyFrame(): StatementFrame {
  return {
    account: null,
    period: null,
    currency: null,
    opening: null,
    credits: null,
    debits: null,
    closing: null,
  };
}

const ACCOUNT = /^(?:no\.?|nomor)?\s*(?:rekening|account(?: no\.?| number)?)\s*[:=]\s*'?([\d.-]{6,30})/i;
const PERIOD = /^(?:periode?|period)\s*[:=]\s*(\S+)\s*(?:-|s\/d|to|sampai)\s*(\S+)/i;
const CURRENCY = /^(?:mata uang|currency)\s*[:=]\s*([a-z]{2,3})/i;
const SUMS: readonly (readonly [RegExp, 'opening' | 'credits' | 'debits' | 'closing'])[] = [
  [/^(?:saldo awal|opening balance)\b/i, 'opening'],
  [/^(?:mutasi|total(?: mutasi)?) (?:kredit|credit)\b/i, 'credits'],
  [/^(?:mutasi|total(?: mutasi)?) (?:debet|debit)\b/i, 'debits'],
  [/^(?:saldo akhir|closing balance)\b/i, 'closing'],
];

/** A sum stands at the beginning of its line; what is a line of digits is looked at no further. */
const SUM_WITHIN = 200;

/** `Saldo Awal : 1,000,000.00`, in one cell or several; a sum of the frame has two decimals, so its own form decides. */
function sumIn(text: string): SettlementAmount | null {
  const cell = /[-(]?(?:rp\.?\s*|idr\s*)?\d[\d.,]*\)?(?=\s|$)/i.exec(text)?.[0] ?? '';
  const bare = bareAmount(cell);
  if (!bare) return null;
  const [point, comma] = [amountIn(bare.digits, 'POINT_DECIMAL'), amountIn(bare.digits, 'COMMA_DECIMAL')];
  const amount = /,\d{2}$/.test(bare.digits) ? comma : (point ?? comma);
  if (!amount || !bare.negative) return amount;
  return { rupiah: -amount.rupiah, sen: -amount.sen };
}

/** Whether the record belongs to the frame and is no row; what it says is noted. */
export function takesFrame(frame: StatementFrame, { cells, raw }: TableRecord): boolean {
  const text = cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
    .replace(/\s+/g, ' ');
  const account = ACCOUNT.exec(text)?.[1];
  if (account !== undefined) frame.account ??= account.replace(/[.-]/g, '');
  const period = PERIOD.exec(text);
  const [from, to] = [dateOf(period?.[1]), dateOf(period?.[2])];
  if (from !== null && to !== null) frame.period ??= { from, to };
  const currency = CURRENCY.exec(text)?.[1];
  if (currency !== undefined) frame.currency ??= currency.toUpperCase();
  const sum = SUMS.find(([label]) => label.test(text));
  if (sum) {
    const [label, key] = sum;
    // Unquoted, the commas of its thousands cut it into cells: its own words are read.
    const words = raw.replaceAll('"', '').trimStart().replace(label, '').replace(/\s+/g, ' ');
    frame[key] ??= sumIn(words.replace(/^[\s:=,;|]+/, '').slice(0, SUM_WITHIN));
  }
  return account !== undefined || period !== null || currency !== undefined || sum !== undefined;
}

function dateOf(text: string | undefined): string | null {
  return text === undefined ? null : (writtenMoment(text, 'DMY')?.date ?? null);
}
