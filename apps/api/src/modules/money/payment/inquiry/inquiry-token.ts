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
  /** Epoch milliseconds. */
  readonly validUntil: number;
}

const PURPOSE = 'bank-inquiry';
type Wire = readonly [number, string, readonly string[], number, number];

function isWire(value: unknown): value is Wire {
  return (
    Array.isArray(value) &&
    value.length === 5 &&
    typeof value[0] === 'number' &&
    typeof value[1] === 'string' &&
    Array.isArray(value[2]) &&
    typeof value[3] === 'number' &&
    typeof value[4] === 'number'
  );
}

/** Inquiry ids are stateless: any replica, also after a restart, reads what another one promised. */
@Injectable()
export class InquiryTokens {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  seal(promise: InquiryPromise): string {
    // Periods alone name the bills of one customer; the token stays short enough for a bank's log line.
    const periods = promise.billNumbers.map((number) => number.slice(12));
    const wire: Wire = [promise.bankId, promise.customerNumber, periods, promise.amount, promise.validUntil];
    return sealToken(this.config.inquiryKey, PURPOSE, wire);
  }

  /** The promise, also when it has expired (a late retry must still find its payment), or null for a foreign text. */
  open(token: string): InquiryPromise | null {
    const wire = openToken(this.config.inquiryKey, PURPOSE, token);
    if (!isWire(wire)) return null;
    const [bankId, customerNumber, periods, amount, validUntil] = wire;
    return {
      bankId,
      customerNumber,
      billNumbers: periods.map((period) => customerNumber + period),
      amount,
      validUntil,
    };
  }
}
