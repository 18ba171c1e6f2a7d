import { isCustomerNumber } from '../customer';
import { isDynamicVirtualAccountCustomerNo } from '../virtual-account';
import { amountIn, bareAmount } from './amount-reading';

/**
 * What a bank's free text tells of a payment. Only what is certain: of two numbers that could both be the payer's, none
 * is taken.
 */
export interface Narrated {
  readonly va_number: string | null;
  readonly customer_number: string | null;
}

const CUSTOMER_NO_LENGTH = 12;

/**
 * @param vaPrefix of the bank's virtual accounts; without it none is taken: one run of digits in ten ends like one of
 *   our numbers by chance
 */
export function narrated(text: string, vaPrefix: string | null): Narrated {
  const accounts = new Set<string>();
  const customers = new Set<string>();
  for (const [digits] of text.matchAll(/\d{12,20}/g)) {
    const customerNo = digits.slice(-CUSTOMER_NO_LENGTH);
    const ours = isCustomerNumber(customerNo);
    if (!ours && !isDynamicVirtualAccountCustomerNo(customerNo)) continue;
    const prefix = digits.slice(0, -CUSTOMER_NO_LENGTH);
    if (prefix === '') {
      if (ours) customers.add(customerNo);
    } else if (prefix === vaPrefix?.trim()) {
      accounts.add(digits);
      if (ours) customers.add(customerNo);
    }
  }
  return { va_number: only(accounts), customer_number: only(customers) };
}

function only(found: ReadonlySet<string>): string | null {
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** A day's QRIS credit: what was paid, what the acquirer kept. Whole rupiah. */
export interface BatchNarrated {
  readonly gross: number;
  readonly fee: number;
}

const AMOUNT = String.raw`(?:rp\.?\s*)?(\d[\d.,]*)`;
const BATCH = new RegExp(String.raw`\bMID\s*:.*\bQR\s*:\s*${AMOUNT}.*\bDDR\s*:\s*${AMOUNT}`, 'i');

/** `KR OTOMATIS MID : 885… TIRTA QR : 947460.00 DDR : 2643.00`; null when the text is none of it. */
export function batchNarrated(text: string): BatchNarrated | null {
  const found = BATCH.exec(text);
  if (!found) return null;
  const [gross, fee] = [wholeRupiah(found[1] ?? ''), wholeRupiah(found[2] ?? '')];
  return gross === null || fee === null ? null : { gross, fee };
}

/**
 * A text shows one number, no column decides how it is grouped. `947,460` in it is a whole number of rupiah unless its
 * last separator is followed by other than three digits.
 */
function wholeRupiah(cell: string): number | null {
  const digits = bareAmount(cell.replace(/[.,]$/, ''))?.digits ?? '';
  const grouped = /^[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*$/.test(digits) ? digits.replace(/[.,]/g, '') : digits;
  const amount = amountIn(grouped, 'POINT_DECIMAL') ?? amountIn(grouped, 'COMMA_DECIMAL');
  return amount?.sen === 0 ? amount.rupiah : null;
}

const FEE = /\b(?:biaya|fee|adm(?:in(?:istrasi)?)?|provisi|charge|mdr)\b/i;
const REVERSAL = /\b(?:reversal|pembatalan|koreksi|batal|void)\b/i;

/** Money that went out for the bank's own services. */
export function tellsOfFee(text: string): boolean {
  return FEE.test(text);
}

export function tellsOfReversal(text: string): boolean {
  return REVERSAL.test(text);
}

const OWN_BUSINESS = /\b(?:bunga|interest|jasa giro|pajak|tax)\b/i;

/** Movements between the bank and the account itself: interest, its tax. */
export function tellsOfOwnBusiness(text: string): boolean {
  return OWN_BUSINESS.test(text);
}
