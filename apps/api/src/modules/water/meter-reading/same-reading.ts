import type { ConditionCode, Period, ReadingMethod } from '@tirtapay/domain';
import { Problem, type Sentence } from '../../../platform/problem';
import type { RecordReadingBody } from './dto/reading.request';
import { READING_SAYS } from './sentences';

/** A stored reading, by what was said when it was recorded. */
export interface RecordedBefore {
  readonly id: number;
  readonly client_id: string;
  readonly customer_id: number;
  readonly period: string;
  readonly status: string;
  readonly method: ReadingMethod;
  readonly current_stand: number;
  readonly condition_code: ConditionCode;
  readonly rollover: boolean;
  readonly note: string | null;
  readonly read_at: Date;
}

type Said = string | number | boolean | null;

/**
 * One client id is one reading. Sending it again is the same answer; sending something else under it would be answered
 * with figures nobody sent, so each difference is named. An instant the device leaves out is not compared: the server
 * had put its own.
 * @throws Problem reading.duplicate
 */
export function assertSameReading(
  recorded: RecordedBefore,
  sent: {
    readonly customerId: number;
    readonly usagePeriod: Period;
    readonly body: RecordReadingBody;
  },
): void {
  const { body } = sent;
  // Another customer's row is not told.
  if (recorded.customer_id !== sent.customerId)
    refuse([{ pointer: '/customer_number', code: 'differs', message: READING_SAYS.otherCustomer }]);
  const read = recorded.method === 'ACTUAL';
  const compared: readonly (readonly [pointer: string, recorded: Said, sent: Said])[] = [
    ['/period', recorded.period, sent.usagePeriod],
    ['/condition_code', recorded.condition_code, body.condition_code],
    ['/current_stand', read ? recorded.current_stand : null, body.current_stand ?? null],
    ['/rollover', read && recorded.rollover, read && (body.rollover ?? false)],
    ['/note', recorded.note, body.note ?? null],
    [
      '/read_at',
      recorded.read_at.getTime(),
      body.read_at === undefined ? recorded.read_at.getTime() : Date.parse(body.read_at),
    ],
  ];
  const differences = compared.filter(([, before, now]) => before !== now);
  if (differences.length > 0)
    refuse(
      differences.map(([pointer, before]) => ({
        pointer,
        code: 'differs',
        message: recordedAs(pointer, before),
      })),
    );
}

function refuse(errors: readonly { pointer: string; code: string; message: Sentence }[]): never {
  throw new Problem('reading.duplicate', {
    detail: READING_SAYS.otherContent,
    errors: [...errors],
  });
}

function recordedAs(pointer: string, before: Said): Sentence {
  if (before === null) return READING_SAYS.recordedWithout;
  return READING_SAYS.recordedAs(
    pointer === '/read_at' ? new Date(Number(before)).toISOString() : String(before),
  );
}
