import { amountIn, type SettlementAmount, type SettlementLine } from '@tirtapay/domain';
import type { EncodingFound, OpenBytes } from './encoding';
import { textLines } from './fixed-records';
import { lineOfMovement, movementOf, mt940Date, narrativeOf, type Movement } from './mt940-line';
import type { FormatOutcome, FormatSettings, ReadInto } from './outcome';
import { bounded } from './refusal';
import { senOf, senWords } from './tally';
import { utf8Blocks } from './utf8-blocks';

/**
 * SWIFT MT940: `:20:` reference of the message, `:25:` account, `:60F:` opening balance, pairs of `:61:` movement and
 * `:86:` narrative, `:62F:` closing balance. A long statement comes as several messages, which hand their balance on by
 * `:62M:` and `:60M:`.
 */
interface Field {
  readonly tag: string;
  readonly line: number;
  readonly lines: string[];
}

const TAG = /^:(\d{2}[A-Z]?):(.*)$/;
const BALANCE = /^([CD])(\d{6})([A-Z]{3})(\d+(?:,\d{0,2})?)\s*$/;
/** `{1:F01…}{4:` before the first tag and `-}` or `-` behind the last belong to the envelope. */
const ENVELOPE = /^(?:\{.*|-\}?.*|\s*)$/;

export async function readMt940(
  open: OpenBytes,
  found: EncodingFound,
  settings: FormatSettings,
  into: ReadInto,
): Promise<FormatOutcome> {
  const statement = new Statement(settings, into);
  let field: Field | null = null;
  for await (const lines of textLines(utf8Blocks(open(), found.encoding))) {
    const made: SettlementLine[] = [];
    for (const { line, text } of lines) {
      const tag = TAG.exec(text.replace(/^\{.*\{4:/, ''));
      if (tag) {
        if (field) made.push(...statement.take(field));
        field = { tag: tag[1] ?? '', line, lines: [tag[2] ?? ''] };
      } else if (field && !(ENVELOPE.test(text) && field.tag.startsWith('62'))) {
        if (/^-\}?$/.test(text.trim())) continue;
        field.lines.push(text);
      }
    }
    if (made.length > 0) await into.take(made);
  }
  const last = [...(field ? statement.take(field) : []), ...statement.flush()];
  if (last.length > 0) await into.take(last);
  return statement.outcome(found);
}

class Statement {
  private account: string | null = null;
  private opening: SettlementAmount | null = null;
  private closing: SettlementAmount | null = null;
  private dates: string[] = [];
  private open: Movement | null = null;
  /** Of the message being read: balance so far, null before its `:60:`. */
  private running: bigint | null = null;
  /** CONTINUED: a message ended, the statement goes on in another. */
  private state: 'NONE' | 'OPEN' | 'CONTINUED' | 'CLOSED' = 'NONE';

  constructor(
    private readonly settings: FormatSettings,
    private readonly into: ReadInto,
  ) {}

  take(field: Field): SettlementLine[] {
    const [first = ''] = field.lines;
    if (field.tag === '86' && this.open) {
      const line = lineOfMovement(this.open, narrativeOf(field.lines), this.settings.vaPrefix);
      this.open = null;
      return [line];
    }
    const before = this.flush();
    if (field.tag === '25') this.takeAccount(first, field.line);
    if (field.tag === '61') this.takeMovement(field);
    if (field.tag.startsWith('60') || field.tag.startsWith('62')) this.takeBalance(field, first);
    return before;
  }

  /** A movement without a narrative. */
  flush(): SettlementLine[] {
    if (!this.open) return [];
    const line = lineOfMovement(this.open, '', this.settings.vaPrefix);
    this.open = null;
    return [line];
  }

  private takeAccount(text: string, line: number): void {
    const account = text
      .trim()
      .replace(/^.*\//, '')
      .replace(/[A-Z]{3}$/, '');
    this.account ??= account;
    if (account !== this.account) this.into.errors.say('WRONG_ACCOUNT', text, line);
  }

  private takeMovement(field: Field): void {
    this.into.tally.rows += 1;
    const [first = '', ...more] = field.lines;
    const movement = movementOf(first, more, field.line);
    if (!movement) {
      this.into.errors.say('TAG_UNREADABLE', `:61:${first}`, field.line);
      return;
    }
    this.open = movement;
    if (this.running === null || movement.mark.startsWith('E')) return;
    const came = movement.mark === 'C' || movement.mark === 'RD';
    this.running += (came ? 1n : -1n) * senOf(movement.amount);
  }

  private takeBalance(field: Field, first: string): void {
    const { errors } = this.into;
    const found = BALANCE.exec(first);
    const amount = amountIn(found?.[4] ?? '', 'COMMA_DECIMAL');
    const date = mt940Date(found?.[2] ?? '');
    if (!found || !amount || found[4] === '' || date === null) {
      errors.say('TAG_UNREADABLE', `:${field.tag}:${first}`, field.line);
      return;
    }
    if (found[3] !== 'IDR') errors.say('CURRENCY_NOT_RUPIAH', `:${field.tag}:${first}`, field.line);
    const signed = found[1] === 'C' ? amount : { rupiah: -amount.rupiah, sen: -amount.sen };
    this.dates.push(date);
    const words = (expected: bigint): string => `:${field.tag}:${first} ≠ ${senWords(expected)}`;
    if (field.tag.startsWith('60')) {
      if (this.state === 'OPEN') errors.say('BALANCE_MISSING', ':62F:', field.line);
      // A message that goes on another begins with the balance that one ended with.
      const before = this.closing;
      if (field.tag === '60M' && before && senOf(before) !== senOf(signed)) {
        errors.say('BALANCE_DIFFERS', words(senOf(before)), field.line);
      }
      this.opening ??= signed;
      this.running = senOf(signed);
      this.state = 'OPEN';
      return;
    }
    if (this.running === null) errors.say('BALANCE_MISSING', ':60F:', field.line);
    else if (errors.total === 0 && this.running !== senOf(signed)) {
      errors.say('BALANCE_DIFFERS', words(this.running), field.line);
    }
    this.closing = signed;
    this.running = null;
    this.state = field.tag === '62M' ? 'CONTINUED' : 'CLOSED';
  }

  outcome(found: EncodingFound): FormatOutcome {
    const { errors, tally } = this.into;
    if (this.opening === null && tally.rows === 0)
      errors.say('HEADER_ONLY', bounded(this.account ?? ''), null);
    else if (this.state !== 'CLOSED') errors.say('BALANCE_MISSING', ':62F:', null);
    const { mapping } = this.settings;
    const [from] = this.dates.toSorted();
    const to = this.dates.toSorted().at(-1);
    // The opening balance is the evening before: its day is no day of the statement unless something was booked on it.
    return {
      file: {
        format: 'MT940',
        mapping: { name: mapping.name, version: mapping.version },
        account: this.account,
        period:
          tally.from !== null && tally.to !== null
            ? { from: tally.from, to: tally.to }
            : from !== undefined && to !== undefined
              ? { from: to, to }
              : null,
        opening: this.opening,
        closing: this.closing,
        trailer: null,
      },
      detected: {
        encoding: found.encoding,
        byte_order_mark: found.byte_order_mark,
        delimiter: null,
        quote: null,
        header_line: null,
        columns: [],
      },
      questions: [],
    };
  }
}
