import {
  SETTLEMENT_ERRORS_SHOWN,
  SETTLEMENT_RAW_LENGTH,
  type SettlementError,
  type SettlementErrorCode,
} from '@tirtapay/domain';

/** The file cannot be read any further. What was read before stays in the report, nothing of it is stored. */
export class SettlementRefusal extends Error {
  constructor(readonly found: SettlementError) {
    super(found.code);
  }
}

export function refusal(
  code: SettlementErrorCode,
  words: string,
  line: number | null = null,
): SettlementRefusal {
  return new SettlementRefusal({ code, words: bounded(words), line });
}

/** The file's own words, as many as are kept; line ends at the edges are none of them. */
export function bounded(words: string): string {
  const bare = words.length > 2 * SETTLEMENT_RAW_LENGTH ? words.slice(0, 2 * SETTLEMENT_RAW_LENGTH) : words;
  return bare.replace(/^[\r\n]+|[\r\n]+$/g, '').slice(0, SETTLEMENT_RAW_LENGTH);
}

/** Collects what is wrong; of a file with a million wrong rows the first are shown and all are counted. */
export class ErrorList {
  readonly shown: SettlementError[] = [];
  total = 0;

  add(error: SettlementError): void {
    this.total += 1;
    if (this.shown.length < SETTLEMENT_ERRORS_SHOWN) this.shown.push(error);
  }

  say(code: SettlementErrorCode, words: string, line: number | null): void {
    this.add({ code, words: bounded(words), line });
  }
}
