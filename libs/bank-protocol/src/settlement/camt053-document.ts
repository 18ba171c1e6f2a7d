import {
  amountIn,
  batchNarrated,
  isBusinessDate,
  narrated,
  type SettlementAmount,
  type SettlementLine,
} from '@tirtapay/domain';
import type { EncodingFound } from './encoding';
import type { FormatOutcome, FormatSettings, ReadInto } from './outcome';
import { bounded, refusal } from './refusal';
import { kindOf } from './table-row';
import { senOf, senWords } from './tally';

/** What stands between `<Ntry>` and `</Ntry>`, or `<TxDtls>` and its end, as it is gathered. */
interface Gathered {
  readonly line: number;
  amount: SettlementAmount | null;
  words: string;
  direction: string;
  reversal: boolean;
  status: string;
  date: string;
  endToEnd: string;
  bankReference: string;
  text: string[];
}

interface Balance {
  code: string;
  amount: SettlementAmount | null;
  direction: string;
}

const gathered = (line: number): Gathered => ({
  line,
  amount: null,
  words: '',
  direction: '',
  reversal: false,
  status: '',
  date: '',
  endToEnd: '',
  bankReference: '',
  text: [],
});

const OPENING = new Set(['OPBD', 'PRCD']);

/** Turns the elements of one or more statements into lines, balances and sums. */
export class CamtDocument {
  private lines: SettlementLine[] = [];
  private entry: Gathered | null = null;
  private details: Gathered[] = [];
  private detail: Gathered | null = null;
  private balance: Balance | null = null;
  private currency = '';
  private account: string | null = null;
  private opening: SettlementAmount | null = null;
  private closing: SettlementAmount | null = null;
  private declared: { count: number | null; total: SettlementAmount | null } = { count: null, total: null };
  private statements = 0;
  private known = false;
  private moved = 0n;
  private total = 0n;

  constructor(
    private readonly settings: FormatSettings,
    private readonly into: ReadInto,
  ) {}

  made(): SettlementLine[] {
    const made = this.lines;
    this.lines = [];
    return made;
  }

  opened(path: readonly string[], attributes: Readonly<Record<string, string>>, line: number): void {
    const name = path.at(-1);
    if (path.length === 2) {
      this.known = name === 'BkToCstmrStmt';
      if (!this.known) throw refusal('FORMAT_UNKNOWN', path.join('/'), line);
    }
    if (name === 'Stmt') this.statements += 1;
    if (name === 'Bal') this.balance = { code: '', amount: null, direction: '' };
    if (name === 'Ntry') {
      this.entry = gathered(line);
      this.details = [];
    }
    if (name === 'TxDtls') this.detail = gathered(line);
    if (name === 'Amt') this.currency = attributes.Ccy ?? '';
  }

  closed(path: readonly string[], text: string, line: number): void {
    const name = path.at(-1) ?? '';
    const parent = path.at(-2) ?? '';
    if (name === 'Amt') this.checkCurrency(text, line);
    if (this.balance) this.takeBalance(name, parent, text, line);
    else if (this.entry) this.takeEntry(name, parent, text, line);
    else this.takeHead(path, name, text, line);
  }

  private checkCurrency(text: string, line: number): void {
    if (this.currency !== 'IDR') {
      this.into.errors.say('CURRENCY_NOT_RUPIAH', `${this.currency} ${text}`, line);
    }
  }

  /** ISO amounts have a point for decimals and no grouping. */
  private amount(text: string, line: number): SettlementAmount | null {
    const amount = /^\d{1,15}(?:\.\d{1,5})?$/.test(text) ? amountIn(text, 'POINT_DECIMAL') : null;
    if (!amount) this.into.errors.say('AMOUNT_UNREADABLE', text, line);
    return amount;
  }

  private takeHead(path: readonly string[], name: string, text: string, line: number): void {
    const inside = path.join('/');
    if (/\/Stmt\/Acct\/Id\/(?:IBAN|Othr\/Id)$/.test(inside)) {
      this.account ??= text;
      if (text !== this.account) this.into.errors.say('WRONG_ACCOUNT', text, line);
    }
    if (!inside.includes('/TxsSummry/TtlNtries/')) return;
    if (name === 'NbOfNtries') this.declared.count = (this.declared.count ?? 0) + Number(text);
    if (name === 'Sum') this.declared.total = this.amount(text, line);
  }

  private takeBalance(name: string, parent: string, text: string, line: number): void {
    const { balance } = this;
    if (!balance) return;
    if (name === 'Cd' && parent === 'CdOrPrtry') balance.code = text;
    if (name === 'Amt') balance.amount = this.amount(text, line);
    if (name === 'CdtDbtInd') balance.direction = text;
    if (name !== 'Bal') return;
    this.balance = null;
    if (!balance.amount) return;
    const { rupiah, sen } = balance.amount;
    const signed = balance.direction === 'DBIT' ? { rupiah: -rupiah, sen: -sen } : { rupiah, sen };
    if (OPENING.has(balance.code)) this.opening ??= signed;
    if (balance.code === 'CLBD') this.closing = signed;
  }

  private takeEntry(name: string, parent: string, text: string, line: number): void {
    const into = this.detail ?? this.entry;
    if (!into) return;
    if (name === 'Amt' && (parent === 'Ntry' || parent === 'TxDtls' || parent === 'TxAmt')) {
      into.amount = this.amount(text, line);
      into.words = text;
    }
    if (name === 'CdtDbtInd' && (parent === 'Ntry' || parent === 'TxDtls')) into.direction = text;
    if (name === 'RvslInd') into.reversal = text === 'true' || text === '1';
    if (name === 'Sts' || (name === 'Cd' && parent === 'Sts')) into.status ||= text;
    if ((name === 'Dt' || name === 'DtTm') && parent === 'BookgDt') into.date = text;
    if (name === 'EndToEndId' && text !== 'NOTPROVIDED') into.endToEnd = text;
    if (name === 'AcctSvcrRef') into.bankReference = text;
    if (name === 'Ustrd' || name === 'AddtlNtryInf' || name === 'AddtlTxInf') into.text.push(text);
    if (name === 'TxDtls' && this.detail) {
      this.details.push(this.detail);
      this.detail = null;
    }
    if (name === 'Ntry') this.finish();
  }

  /** An entry of several details that add up to it is a batch of payments; otherwise the entry is the line. */
  private finish(): void {
    const { entry, details } = this;
    this.entry = null;
    if (!entry) return;
    this.into.tally.rows += 1;
    const date = entry.date.slice(0, 10);
    if (!entry.amount) this.into.errors.say('AMOUNT_MISSING', entry.words, entry.line);
    else if (entry.direction !== 'CRDT' && entry.direction !== 'DBIT') {
      this.into.errors.say('DIRECTION_UNREADABLE', entry.direction, entry.line);
    } else if (!isBusinessDate(date)) {
      this.into.errors.say('DATE_UNREADABLE', entry.date, entry.line);
    } else {
      const whole = senOf(entry.amount);
      this.total += whole;
      if (entry.status !== 'PDNG') this.moved += entry.direction === 'CRDT' ? whole : -whole;
      const parts = details.filter(({ amount }) => amount !== null);
      const sum = parts.reduce((all, { amount }) => all + (amount ? senOf(amount) : 0n), 0n);
      if (parts.length > 1 && parts.length === details.length && sum === whole) {
        this.lines.push(...parts.map((part) => this.line(entry, part, date)));
      } else {
        this.lines.push(
          this.line(entry, details.length === 1 ? (details[0] ?? null) : null, date, entry.amount),
        );
      }
    }
  }

  private line(
    entry: Gathered,
    detail: Gathered | null,
    date: string,
    amount: SettlementAmount = detail?.amount ?? { rupiah: 0, sen: 0 },
  ): SettlementLine {
    const text = [...(detail?.text ?? []), ...entry.text].join(' ').replace(/\s+/g, ' ').trim();
    const direction = entry.direction === 'CRDT' ? 'CREDIT' : 'DEBIT';
    const told = narrated(text, this.settings.vaPrefix);
    const batch = batchNarrated(text);
    const bankReference = detail?.bankReference || entry.bankReference;
    const reference = detail?.endToEnd || entry.endToEnd || bankReference;
    const time = entry.date.slice(11, 19);
    return {
      line: this.details.length > 1 ? (detail?.line ?? entry.line) : entry.line,
      raw: bounded(`${entry.direction} ${entry.words} ${entry.date} ${reference} ${text}`),
      booked_on: entry.status === 'PDNG' ? null : date,
      booked_at: /^\d\d:\d\d:\d\d$/.test(time) ? time : null,
      direction,
      amount: amount.rupiah,
      sen: amount.sen,
      kind: entry.reversal ? 'REVERSAL' : kindOf(direction, text, batch !== null, told.va_number !== null),
      reference: reference === '' ? null : reference,
      bank_reference: bankReference === '' ? null : bankReference,
      request_id: null,
      va_number: told.va_number,
      customer_number: told.customer_number,
      channel: null,
      fee: batch?.fee ?? null,
      gross: batch?.gross ?? null,
      text,
    };
  }

  outcome(found: EncodingFound): FormatOutcome {
    this.check();
    const { mapping } = this.settings;
    const { count, total } = this.declared;
    return {
      file: {
        format: 'CAMT053',
        mapping: { name: mapping.name, version: mapping.version },
        account: this.account,
        period: null,
        opening: this.opening,
        closing: this.closing,
        trailer: count !== null && total ? { count, total: total.rupiah } : null,
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

  private check(): void {
    const { errors, tally } = this.into;
    if (errors.total > 0) return;
    if (!this.known || this.statements === 0) errors.say('FORMAT_UNKNOWN', '', null);
    else if (this.opening === null || this.closing === null) errors.say('BALANCE_MISSING', 'OPBD/CLBD', null);
    else if (senOf(this.opening) + this.moved !== senOf(this.closing)) {
      const counted = senWords(senOf(this.opening) + this.moved);
      errors.say('BALANCE_DIFFERS', `${senWords(senOf(this.closing))} ≠ ${counted}`, null);
    }
    const { count, total } = this.declared;
    if (count !== null && count !== tally.rows) {
      errors.say('TRAILER_COUNT', `${String(count)} ≠ ${String(tally.rows)}`, null);
    }
    if (total && senOf(total) !== this.total) {
      errors.say('TRAILER_TOTAL', `${senWords(senOf(total))} ≠ ${senWords(this.total)}`, null);
    }
  }
}
