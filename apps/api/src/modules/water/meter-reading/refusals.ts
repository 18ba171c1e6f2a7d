import type { ErrorCode } from '@tirtapay/contracts';
import { Problem } from '../../../platform/problem';
import type { AssessmentRefusal } from './assess-reading';

/** Why a reading cannot be verified, as the batch reports it. */
export type VerifyRefusal =
  | 'NOT_FOUND'
  | 'ALREADY_VERIFIED'
  | 'REREAD_PENDING'
  | 'NEEDS_NOTE'
  | 'LATER_VERIFIED'
  | 'EARLIER_UNVERIFIED'
  | 'NEGATIVE'
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

/** A stand that cannot be taken: lower than before is a question to the reader, anything else a typing mistake. */
export function standProblem(refusal: AssessmentRefusal, previousStand: number): Problem {
  if (refusal === 'NO_METER')
    return new Problem('customer.state_conflict', { detail: 'no meter is installed' });
  const code = refusal === 'NEGATIVE_USAGE' ? 'reading.negative' : 'reading.stand_invalid';
  return new Problem(code, {
    detail: refusal,
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
