import {
  addDays,
  amountIn,
  businessDate,
  isBusinessDate,
  narrated,
  batchNarrated,
  type SettlementAmount,
  type SettlementLine,
} from '@tirtapay/domain';
import { bounded } from './refusal';
import { kindOf } from './table-row';

/** One `:61:` with what follows it until the next tag. */
export interface Movement {
  readonly line: number;
  readonly raw: string;
  readonly booked_on: string;
  /** `RC` takes a credit back, `RD` a debit; `EC`/`ED` are only expected and nothing yet. */
  readonly mark: string;
  readonly amount: SettlementAmount;
  readonly reference: string | null;
  readonly bank_reference: string | null;
  readonly supplement: string;
}

/**
 * `:61:` value date, entry date (may be missing), mark, third letter of the currency (may be missing), amount with a
 * decimal comma, type, reference `//` reference of the bank. The standard ends the reference after 16 characters; banks
 * write longer ones, and half a reference matches nothing, so it ends at `//` or with the line.
 */
const MOVEMENT =
  /^(\d{6})(\d{4})?(R[CD]|E[CD]|[CD])([A-Z])?(\d[\d]*(?:,\d{0,2})?)([NFS][A-Z0-9]{3})(.*?)(?:\/\/(.*))?$/;
const NO_REFERENCE = 'NONREF';

/** null: it is none. */
export function movementOf(first: string, more: readonly string[], line: number): Movement | null {
  const found = MOVEMENT.exec(first.trimEnd());
  if (!found) return null;
  const [, value = '', entry, mark = '', , digits = '', , given = '', bank = ''] = found;
  const booked = bookedOn(value, entry);
  const amount = amountIn(digits, 'COMMA_DECIMAL');
  if (booked === null || !amount) return null;
  const own = given.trim();
  const bankReference = bank.trim() === '' ? null : bank.trim();
  return {
    line,
    raw: bounded([`:61:${first}`, ...more].join('\n')),
    booked_on: booked,
    mark,
    amount,
    reference: own === '' || own === NO_REFERENCE ? bankReference : own,
    bank_reference: bankReference,
    supplement: more.join(' ').trim(),
  };
}

/** The entry date has no year: of the three nearest it is the one closest to the value date. */
function bookedOn(value: string, entry: string | undefined): string | null {
  const day = mt940Date(value);
  if (day === null || entry === undefined) return day;
  const year = Number(day.slice(0, 4));
  const near = [addDays(businessDate(day), -180), addDays(businessDate(day), 180)] as const;
  const years = [year - 1, year, year + 1].map(
    (of) => `${String(of)}-${entry.slice(0, 2)}-${entry.slice(2)}`,
  );
  return years.find((date) => isBusinessDate(date) && date >= near[0] && date <= near[1]) ?? null;
}

/** `261129` → `2026-11-29`. */
export function mt940Date(text: string): string | null {
  const date = `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return isBusinessDate(date) ? date : null;
}

/** The line of a movement and its narrative (`:86:`). */
export function lineOfMovement(
  movement: Movement,
  narrative: string,
  vaPrefix: string | null,
): SettlementLine {
  const text = [narrative, movement.supplement].filter((part) => part !== '').join(' ');
  const direction =
    movement.mark === 'C' || movement.mark === 'RD' || movement.mark === 'EC' ? 'CREDIT' : 'DEBIT';
  const told = narrated(text, vaPrefix);
  const batch = batchNarrated(text);
  const reversed = movement.mark.startsWith('R');
  return {
    line: movement.line,
    raw: movement.raw,
    booked_on: movement.mark.startsWith('E') ? null : movement.booked_on,
    booked_at: null,
    direction,
    amount: movement.amount.rupiah,
    sen: movement.amount.sen,
    kind: reversed ? 'REVERSAL' : kindOf(direction, text, batch !== null, told.va_number !== null),
    reference: movement.reference,
    bank_reference: movement.bank_reference,
    request_id: null,
    va_number: told.va_number,
    customer_number: told.customer_number,
    channel: null,
    fee: batch?.fee ?? null,
    gross: batch?.gross ?? null,
    text,
  };
}

/** The bank cuts a long narrative at 65 characters anywhere; a shorter line ended where the writer wanted. */
const NARRATIVE_WIDTH = 65;

export function narrativeOf(lines: readonly string[]): string {
  const joined = lines.reduce((text, next, index) => {
    const before = lines[index - 1] ?? '';
    return index === 0 ? next : `${text}${before.length >= NARRATIVE_WIDTH ? '' : ' '}${next}`;
  }, '');
  // `166?00TRANSFER?20VA 1350…`: subfields have two digits; a question mark of the text has none.
  const structured = /^\d{3}\?\d{2}/.test(joined)
    ? joined.replace(/^\d{3}/, '').replace(/\?\d{2}/g, ' ')
    : joined;
  return structured.replace(/\s+/g, ' ').trim();
}
