import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../../platform/config';
import { openToken, sealToken } from './signed-token';

/** What an inquiry promised a bank: these bills of this customer for this amount, until then. */
export interface InquiryPromise {
  readonly bankId: number;
  readonly customerNumber: string;
  readonly billNumbers: readonly string[];
  /** total_amount: bills, stamp duty and the bank's fee. */
  readonly amount: number;
  /** What of it is the bank's, by the fee of that instant; null of a promise that does not say. */
  readonly adminFee: number | null;
  /** Epoch milliseconds. */
  readonly validUntil: number;
}

const PURPOSE = 'bank-inquiry';
/** The fee came last: what was promised before it was written down still opens. */
type Wire = readonly [number, string, readonly string[], number, number, (number | null)?];

function isWire(value: unknown): value is Wire {
  return (
    Array.isArray(value) &&
    (value.length === 5 || value.length === 6) &&
    typeof value[0] === 'number' &&
    typeof value[1] === 'string' &&
    Array.isArray(value[2]) &&
    typeof value[3] === 'number' &&
    typeof value[4] === 'number' &&
    (value[5] == null || typeof value[5] === 'number')
  );
}

/** Inquiry ids are stateless: any replica, also after a restart, reads what another one promised. */
@Injectable()
export class InquiryTokens {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  seal(promise: InquiryPromise): string {
    // Periods alone name the bills of one customer; the token stays short enough for a bank's log line.
    const periods = promise.billNumbers.map((number) => number.slice(12));
    const { bankId, customerNumber, amount, validUntil, adminFee } = promise;
    const wire: Wire = [bankId, customerNumber, periods, amount, validUntil, adminFee];
    return sealToken(this.config.inquiryKey, PURPOSE, wire);
  }

  /** The promise, also when it has expired (a late retry must still find its payment), or null for a foreign text. */
  open(token: string): InquiryPromise | null {
    const wire = openToken(this.config.inquiryKey, PURPOSE, token);
    if (!isWire(wire)) return null;
    const [bankId, customerNumber, periods, amount, validUntil, adminFee = null] = wire;
    return {
      bankId,
      customerNumber,
      billNumbers: periods.map((period) => customerNumber + period),
      amount,
      validUntil,
      adminFee,
    };
  }
}
