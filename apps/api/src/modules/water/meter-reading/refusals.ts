import type { ErrorCode } from '@tirtapay/contracts';
import type { AssessmentRefusal } from '@tirtapay/domain';
import { Problem } from '../../../platform/problem';

/** Why a reading cannot be verified, as the batch reports it. */
export type VerifyRefusal =
  | 'NOT_FOUND'
  | 'ALREADY_VERIFIED'
  | 'REREAD_PENDING'
  | 'NEEDS_NOTE'
  | 'LATER_VERIFIED'
  | 'EARLIER_UNVERIFIED'
  | 'NEGATIVE'
  | 'IMPOSSIBLE'
  | 'STALE'
  | 'ESTIMATE_LIMIT'
  | 'NOT_CALCULABLE';

const VERIFY_REFUSALS: Readonly<Record<VerifyRefusal, { code: ErrorCode; detail: string }>> = {
  NOT_FOUND: { code: 'reading.not_found', detail: 'no such reading' },
  ALREADY_VERIFIED: { code: 'reading.locked', detail: 'the reading is verified' },
  REREAD_PENDING: { code: 'reading.not_verifiable', detail: 'a new reading has been asked for' },
  NEEDS_NOTE: { code: 'reading.note_required', detail: 'an ERROR is verified with a note' },
  LATER_VERIFIED: {
    code: 'reading.not_verifiable',
    detail: 'a later period is verified; its usage contains this one',
  },
  EARLIER_UNVERIFIED: { code: 'reading.not_verifiable', detail: 'an earlier period waits for a decision' },
  NEGATIVE: {
    code: 'reading.not_verifiable',
    detail: 'the stand is lower than the one before; have it read again',
  },
  IMPOSSIBLE: {
    code: 'reading.not_verifiable',
    detail: 'its meter, period or instant cannot be; have it read again',
  },
  STALE: {
    code: 'version.conflict',
    detail: 'what the reading is counted from has changed; look at it again',
  },
  ESTIMATE_LIMIT: {
    code: 'reading.not_verifiable',
    detail: 'three estimates in a row; the meter has to be read',
  },
  NOT_CALCULABLE: { code: 'bill.not_calculable', detail: 'no tariff prices this period or meter' },
};

export function verifyProblem(refusal: VerifyRefusal): Problem {
  const { code, detail } = VERIFY_REFUSALS[refusal];
  return new Problem(code, { detail });
}

/** What is wrong with the request and not with the stand: a period or an instant that cannot be. */
const IMPOSSIBLE: Partial<Record<AssessmentRefusal, { pointer: string; code: string; message: string }>> = {
  PERIOD_BEFORE_CONNECTION: {
    pointer: '/period',
    code: 'before_installation',
    message: 'the first meter was installed after this period',
  },
  PERIOD_AFTER_CONNECTION: {
    pointer: '/period',
    code: 'after_removal',
    message: 'the last meter was taken away before this period',
  },
  BEFORE_INSTALLATION: {
    pointer: '/read_at',
    code: 'before_installation',
    message: 'no meter was installed at this instant',
  },
  READ_BEFORE_PERIOD: {
    pointer: '/read_at',
    code: 'before_period',
    message: 'the period had not begun at this instant',
  },
  READ_BEFORE_LAST: {
    pointer: '/read_at',
    code: 'before_last_reading',
    message: 'the last verified reading is younger than this one',
  },
  METER_UNCLEAR: {
    pointer: '/read_at',
    code: 'meter_unclear',
    message:
      'the meter was exchanged on this day and nobody knows the hour; read the new one again, or say with condition GANTI_METER that it was the new one',
  },
};

/**
 * A reading that cannot be taken: a lower stand is a question to the reader, another stand a typing mistake, and an
 * impossible period or instant one in the request.
 */
export function readingProblem(refusal: AssessmentRefusal, previousStand: number): Problem {
  if (refusal === 'NO_METER')
    return new Problem('customer.state_conflict', { detail: 'no meter is installed' });
  const impossible = IMPOSSIBLE[refusal];
  if (impossible !== undefined) return new Problem('request.invalid', { errors: [impossible] });
  const code = refusal === 'NEGATIVE_USAGE' ? 'reading.negative' : 'reading.stand_invalid';
  return new Problem(code, {
    errors: [
      {
        pointer: '/current_stand',
        code: refusal.toLowerCase(),
        message: `previous stand ${String(previousStand)}`,
      },
    ],
    members: { previous_stand: previousStand },
  });
}
