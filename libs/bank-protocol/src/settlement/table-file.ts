import { isBusinessDate, type SettlementAmount } from '@tirtapay/domain';
import type { FormatOutcome, ReadInto } from './outcome';
import type { TableOutcome } from './read-table';
import type { ErrorList } from './refusal';
import { senOf, senWords, type Tally } from './tally';

/** What a table says about itself, with every sum of it recomputed. */
export function tableFile(
  { reader, detected, questions }: TableOutcome,
  known: { readonly head: string; readonly otherBanks: readonly string[] },
  { tally, errors }: ReadInto,
): FormatOutcome {
  const { frame, head, layout } = reader;
  const mapping = layout?.mapping ?? null;
  if (!mapping) errors.say('HEADER_UNKNOWN', known.head, 1);
  else if (tally.rows === 0 && !reader.trailer && !provesItself(frame))
    errors.say('HEADER_ONLY', known.head, reader.headerLine);
  if (frame.currency !== null && !/^(?:IDR|RP)$/.test(frame.currency)) {
    errors.say('CURRENCY_NOT_RUPIAH', frame.currency, null);
  }
  if (head && known.otherBanks.includes(head.bank)) errors.say('WRONG_BANK', head.raw, head.line);
  // With mistakes in rows the sums cannot tie, and those are told already.
  const sound = errors.total === 0 && questions.length === 0;
  if (mapping && sound) {
    checkTrailer(reader, tally, errors, mapping.trailer !== null);
    checkFrame(frame, tally, errors);
  }
  const ends = sound ? reader.chain.ends() : 'UNUSED';
  if (ends === null) errors.say('BALANCE_DIFFERS', 'saldo', null);
  const day = head?.day ?? null;
  const date = day === null ? '' : `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  const linked = ends !== null && typeof ends === 'object' ? ends : null;
  return {
    file: {
      format: mapping?.format === 'FIXED' ? 'FIXED' : 'CSV',
      mapping: { name: mapping?.name ?? '', version: mapping?.version ?? 0 },
      account: reader.statementAccount,
      period: frame.period ?? (isBusinessDate(date) ? { from: date, to: date } : null),
      opening: frame.opening ?? (linked ? amountOf(linked.opening) : null),
      closing: frame.closing ?? (linked ? amountOf(linked.closing) : null),
      trailer: reader.trailer ? { count: reader.trailer.count, total: reader.trailer.total } : null,
    },
    detected,
    questions,
  };
}

/**
 * Without a row a statement must say by itself that nothing moved: its balances, which are compared below, and its days, so
 * that the next empty one is not the same bytes.
 */
function provesItself({ opening, closing, period }: TableOutcome['reader']['frame']): boolean {
  return opening !== null && closing !== null && period !== null;
}

function amountOf(sen: bigint): SettlementAmount {
  return { rupiah: Number(sen / 100n), sen: Number(sen % 100n) };
}

function checkTrailer(
  reader: TableOutcome['reader'],
  tally: Tally,
  errors: ErrorList,
  expected: boolean,
): void {
  const { trailer } = reader;
  if (!trailer) {
    if (expected) errors.say('TRAILER_MISSING', '', null);
    return;
  }
  if (trailer.count !== tally.rows) {
    errors.say(
      'TRAILER_COUNT',
      `${trailer.raw}: ${String(trailer.count)} ≠ ${String(tally.rows)}`,
      trailer.line,
    );
  }
  const counted = reader.declared.inSen();
  if (BigInt(trailer.total) * 100n !== counted) {
    errors.say(
      'TRAILER_TOTAL',
      `${trailer.raw}: ${String(trailer.total)} ≠ ${senWords(counted)}`,
      trailer.line,
    );
  }
}

/** Opening + credits − debits = closing; a statement counts its unsettled rows in all of its sums or in none. */
function checkFrame(frame: TableOutcome['reader']['frame'], tally: Tally, errors: ErrorList): void {
  const { opening, closing, credits, debits } = frame;
  if (!opening && !closing && !credits && !debits) return;
  if (!opening || !closing) {
    errors.say('BALANCE_MISSING', opening ? 'Saldo Akhir' : 'Saldo Awal', null);
    return;
  }
  const moved = tally.movement();
  const pending = tally.pending.inSen();
  const expected = senOf(closing) - senOf(opening);
  if (expected !== moved && expected !== moved - pending) {
    errors.say(
      'BALANCE_DIFFERS',
      `${senWords(senOf(opening))} + ${senWords(moved)} ≠ ${senWords(senOf(closing))}`,
      null,
    );
    return;
  }
  const declared = credits ? senOf(credits) : null;
  const declaredDebits = debits ? senOf(debits) : null;
  if (declared !== null && declaredDebits !== null && declared - declaredDebits !== expected) {
    errors.say(
      'BALANCE_DIFFERS',
      `${senWords(declared)} − ${senWords(declaredDebits)} ≠ ${senWords(expected)}`,
      null,
    );
  }
}
