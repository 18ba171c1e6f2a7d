import { parseSnapTimestamp, parseStrictJson } from '@tirtapay/bank-protocol';
import { Refusal } from './refusal';

/** Text with exactly two decimals; money with sen does not exist any more. */
const AMOUNT = /^(\d{1,14})\.00$/;
const MAX_BODY_BYTES = 65_536;

/** The identity triple, as the standard wants it on the wire. */
export interface AccountTriple {
  /** Digits only. */
  readonly partnerServiceId: string;
  readonly customerNo: string;
}

/**
 * Reads a SNAP body as strictly as a bank can: padded partner service id, amounts with two decimals, times with an
 * offset. A biller that passes here will pass at a real bank.
 */
export class Fields {
  private constructor(private readonly values: Readonly<Record<string, unknown>>) {}

  /** Throws Refusal 400xx00 for anything but a JSON object. */
  static of(raw: Buffer): Fields {
    const parsed = parseStrictJson(raw, { maxBytes: MAX_BODY_BYTES });
    const value = parsed.ok ? parsed.value : null;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal('badRequest');
    return new Fields(value as Readonly<Record<string, unknown>>);
  }

  /** Throws Refusal 400xx02 when absent, 400xx01 when not text of this form. */
  text(name: string, max: number, form = /^[^\p{Cc}]+$/u): string {
    const text = this.optionalText(name, max, form);
    if (text === null) throw new Refusal('invalidMandatoryField', name);
    return text;
  }

  optionalText(name: string, max: number, form = /^[^\p{Cc}]+$/u): string | null {
    const value = this.values[name];
    if (value === undefined || value === null || value === '') return null;
    if (typeof value !== 'string' || value.length > max || !form.test(value))
      throw new Refusal('invalidFieldFormat', name);
    return value;
  }

  /** Whole rupiah, above zero. */
  amount(name: string): number {
    const amount = this.optionalAmount(name);
    if (amount === null) throw new Refusal('invalidMandatoryField', name);
    if (amount === 0) throw new Refusal('invalidFieldFormat', name);
    return amount;
  }

  optionalAmount(name: string): number | null {
    const value = this.values[name];
    if (value === undefined || value === null) return null;
    const { value: text, currency } = (typeof value === 'object' ? value : {}) as Record<string, unknown>;
    const match = typeof text === 'string' ? AMOUNT.exec(text) : null;
    if (!match || currency !== 'IDR') throw new Refusal('invalidFieldFormat', name);
    return Number(match[1]);
  }

  /** A time with offset, as it came. */
  instant(name: string): string | null {
    const text = this.optionalText(name, 32);
    if (text !== null && parseSnapTimestamp(text) === null) throw new Refusal('invalidFieldFormat', name);
    return text;
  }

  triple(): AccountTriple {
    const padded = this.text('partnerServiceId', 8, /^ *\d{1,8}$/);
    if (padded.length !== 8) throw new Refusal('invalidFieldFormat', 'partnerServiceId');
    const customerNo = this.text('customerNo', 20, /^\d+$/);
    if (this.text('virtualAccountNo', 28) !== padded + customerNo)
      throw new Refusal('invalidFieldFormat', 'virtualAccountNo');
    return { partnerServiceId: padded.trim(), customerNo };
  }
}

/** Amounts are emitted with two decimals, always. */
export function money(rupiah: number): { readonly value: string; readonly currency: 'IDR' } {
  return { value: `${String(rupiah)}.00`, currency: 'IDR' };
}
