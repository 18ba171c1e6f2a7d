import { isStoredReference } from '@tirtapay/bank-protocol';
import { SnapRefusal } from '../../../bank-gateway/security';

/** Amounts of SNAP are text with two decimals; fewer are read too, because some banks leave them out. */
const AMOUNT = /^\d{1,14}(?:\.\d{1,2})?$/;
/** No control characters: what is echoed and stored is one line of text. */
const LINE = /^[^\p{Cc}]*$/u;

export interface SnapAmount {
  /** Whole rupiah; null when the amount has sen, which no bill has. */
  readonly rupiah: number | null;
}

interface TextRule {
  readonly max: number;
  readonly form?: RegExp;
}

/**
 * Reads a SNAP body leniently: unknown fields are nobody's business, bare numbers stand for their digits (the portal
 * prints some ids so), surrounding spaces are dropped. An empty text is an absent one.
 */
export class SnapFields {
  private readonly fields: Readonly<Record<string, unknown>>;

  /** @throws SnapRefusal 400xx00 unless the body is an object */
  constructor(body: unknown, path = '') {
    this.path = path;
    // no body at all is one without any field
    if (body === undefined) this.fields = {};
    else if (typeof body === 'object' && body !== null && !Array.isArray(body))
      this.fields = body as Readonly<Record<string, unknown>>;
    else if (path === '') throw new SnapRefusal('badRequest');
    else throw new SnapRefusal('invalidFieldFormat', { detail: path });
  }
  private readonly path: string;

  /** Absence goes before form, whatever the order of the fields. @throws SnapRefusal 400xx02 */
  require(...names: readonly string[]): this {
    const missing = names.find((name) => this.isAbsent(name));
    if (missing !== undefined)
      throw new SnapRefusal('invalidMandatoryField', { detail: this.named(missing) });
    return this;
  }

  isAbsent(name: string): boolean {
    const value = this.fields[name];
    return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  }

  /** @throws SnapRefusal 400xx01 */
  text(name: string, { max, form }: TextRule): string | null {
    if (this.isAbsent(name)) return null;
    const value = this.fields[name];
    const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
    if (typeof text !== 'string') throw this.malformed(name);
    const trimmed = text.trim();
    if (trimmed.length > max || !LINE.test(trimmed) || form?.test(trimmed) === false)
      throw this.malformed(name);
    return trimmed;
  }

  /** A request id that becomes, or names, a `bank_reference`: every service takes the same. @throws SnapRefusal 400xx01 */
  reference(name: string): string {
    const reference = this.text(name, { max: 128 });
    if (!isStoredReference(reference)) throw this.malformed(name);
    return reference;
  }

  /** `{value: "70000.00", currency: "IDR"}`. @throws SnapRefusal 400xx01, 400xx02 */
  amount(name: string): SnapAmount | null {
    if (this.isAbsent(name)) return null;
    const parts = new SnapFields(this.fields[name], this.named(name)).require('value', 'currency');
    // Money in the form of a JSON number (1e4, 70000.0) could be read in two ways: text only.
    if (typeof parts.fields.value !== 'string') throw parts.malformed('value');
    const value = parts.text('value', { max: 17, form: AMOUNT }) ?? '';
    parts.text('currency', { max: 3, form: /^IDR$/ });
    const [whole = '', sen = ''] = value.split('.');
    return { rupiah: /^0*$/.test(sen) ? Number(whole) : null };
  }

  /** An object inside, or null; what is no object there is nobody's business either. */
  object(name: string): SnapFields | null {
    const value = this.fields[name];
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? new SnapFields(value, this.named(name)) : null;
  }

  /** @throws SnapRefusal 400xx01 unless it is a list of objects */
  list(name: string, max: number): readonly SnapFields[] {
    if (this.isAbsent(name)) return [];
    const value = this.fields[name];
    if (!Array.isArray(value) || value.length > max) throw this.malformed(name);
    return value.map((entry: unknown) => new SnapFields(entry ?? null, this.named(name)));
  }

  malformed(name: string): SnapRefusal {
    return new SnapRefusal('invalidFieldFormat', { detail: this.named(name) });
  }

  private named(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}
