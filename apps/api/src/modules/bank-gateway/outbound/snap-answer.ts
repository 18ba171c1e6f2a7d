import type { HttpAnswer } from './https-call';

/** An answer of a bank's SNAP host, read leniently: field names and number forms differ from bank to bank. */
export class SnapReply {
  private constructor(
    readonly http: number,
    /** Seven digits, also when the bank sent them as a bare number; null when there are none. */
    readonly code: string | null,
    readonly message: string,
    private readonly fields: Readonly<Record<string, unknown>>,
  ) {}

  static of(answer: HttpAnswer): SnapReply {
    const fields = objectIn(parsed(answer.body));
    const code = textOf(fields.responseCode);
    return new SnapReply(
      answer.status,
      code !== null && /^[1-5]\d{6}$/.test(code) ? code : null,
      textOf(fields.responseMessage) ?? '',
      fields,
    );
  }

  /** The HTTP status SNAP itself states; a proxy in between may have changed the line. */
  get status(): number {
    return this.code === null ? this.http : Number(this.code.slice(0, 3));
  }

  /** The last two digits: what happened. */
  get case(): string | null {
    return this.code === null ? null : this.code.slice(5);
  }

  text(name: string): string | null {
    return textOf(this.fields[name]);
  }

  amount(name: string): number | null {
    return amountIn(this.fields[name]);
  }

  /** `virtualAccountData`, also in the spelling of services 32–35. */
  get account(): SnapObject {
    return new SnapObject(objectIn(this.fields.virtualAccountData ?? this.fields.virtualAccountdata));
  }

  /** null where there is no list: that is no answer, and not that there was nothing. */
  get accounts(): readonly SnapObject[] | null {
    const list = this.fields.virtualAccountData ?? this.fields.virtualAccountdata;
    return Array.isArray(list) ? list.map((entry) => new SnapObject(objectIn(entry))) : null;
  }

  get additional(): SnapObject {
    return new SnapObject(objectIn(this.fields.additionalInfo));
  }
}

export class SnapObject {
  constructor(private readonly fields: Readonly<Record<string, unknown>>) {}

  text(...names: readonly string[]): string | null {
    for (const name of names) {
      const text = textOf(this.fields[name]);
      if (text !== null) return text;
    }
    return null;
  }

  amount(name: string): number | null {
    return amountIn(this.fields[name]);
  }

  get additional(): SnapObject {
    return new SnapObject(objectIn(this.fields.additionalInfo));
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** Whole rupiah of `{value: "73000.00", currency: "IDR"}` or a bare amount; null with sen or another currency. */
function amountIn(value: unknown): number | null {
  const object = objectIn(value);
  const currency = textOf(object.currency) ?? 'IDR';
  const text = textOf('value' in object ? object.value : value) ?? '';
  const match = /^(\d{1,14})(?:\.0{1,2})?$/.exec(text);
  return match === null || currency !== 'IDR' ? null : Number(match[1]);
}
