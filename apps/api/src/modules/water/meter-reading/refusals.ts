import type { ErrorCode } from '@tirtapay/contracts';
import type { AssessmentRefusal } from '@tirtapay/domain';
import { Problem, type Sentence } from '../../../platform/problem';
import { READING_SAYS } from './sentences';

/** Why a reading cannot be verified, as the batch reports it. */
export const VERIFY_REFUSALS = [
  'NOT_FOUND',
  'ALREADY_VERIFIED',
  'REREAD_PENDING',
  'NEEDS_NOTE',
  'LATER_VERIFIED',
  'EARLIER_UNVERIFIED',
  'TAKEN_OVER',
  'NEGATIVE',
  'IMPOSSIBLE',
  'STALE',
  'ESTIMATE_LIMIT',
  'NOT_CALCULABLE',
] as const;
export type VerifyRefusal = (typeof VERIFY_REFUSALS)[number];

const REFUSALS: Readonly<Record<VerifyRefusal, { code: ErrorCode; detail: Sentence }>> = {
  NOT_FOUND: { code: 'reading.not_found', detail: READING_SAYS.noSuchReading },
  ALREADY_VERIFIED: { code: 'reading.locked', detail: READING_SAYS.verified },
  REREAD_PENDING: { code: 'reading.not_verifiable', detail: READING_SAYS.rereadPending },
  NEEDS_NOTE: { code: 'reading.note_required', detail: READING_SAYS.needsNote },
  LATER_VERIFIED: {
    code: 'reading.not_verifiable',
    detail: READING_SAYS.laterVerified,
  },
  EARLIER_UNVERIFIED: { code: 'reading.not_verifiable', detail: READING_SAYS.earlierWaits },
  TAKEN_OVER: { code: 'reading.not_verifiable', detail: READING_SAYS.takenOver },
  NEGATIVE: {
    code: 'reading.not_verifiable',
    detail: READING_SAYS.lower,
  },
  IMPOSSIBLE: {
    code: 'reading.not_verifiable',
    detail: READING_SAYS.impossible,
  },
  STALE: {
    code: 'version.conflict',
    detail: READING_SAYS.stale,
  },
  ESTIMATE_LIMIT: {
    code: 'reading.not_verifiable',
    detail: READING_SAYS.estimateLimit,
  },
  NOT_CALCULABLE: { code: 'bill.not_calculable', detail: READING_SAYS.notPriced },
};

export function verifyProblem(refusal: VerifyRefusal): Problem {
  const { code, detail } = REFUSALS[refusal];
  return new Problem(code, { detail });
}

/** What is wrong with the request and not with the stand: a period or an instant that cannot be. */
const IMPOSSIBLE: Partial<Record<AssessmentRefusal, { pointer: string; code: string; message: Sentence }>> = {
  PERIOD_BEFORE_CONNECTION: {
    pointer: '/period',
    code: 'before_installation',
    message: READING_SAYS.periodBeforeConnection,
  },
  PERIOD_AFTER_CONNECTION: {
    pointer: '/period',
    code: 'after_removal',
    message: READING_SAYS.periodAfterConnection,
  },
  BEFORE_INSTALLATION: {
    pointer: '/read_at',
    code: 'before_installation',
    message: READING_SAYS.beforeInstallation,
  },
  READ_BEFORE_PERIOD: {
    pointer: '/read_at',
    code: 'before_period',
    message: READING_SAYS.readBeforePeriod,
  },
  READ_BEFORE_LAST: {
    pointer: '/read_at',
    code: 'before_last_reading',
    message: READING_SAYS.readBeforeLast,
  },
  METER_UNCLEAR: {
    pointer: '/read_at',
    code: 'meter_unclear',
    message: READING_SAYS.meterUnclear,
  },
};

/**
 * A reading that cannot be taken: a lower stand is a question to the reader, another stand a typing mistake, and an
 * impossible period or instant one in the request.
 */
export function readingProblem(refusal: AssessmentRefusal, previousStand: number): Problem {
  if (refusal === 'NO_METER') return new Problem('customer.state_conflict', { detail: READING_SAYS.noMeter });
  const impossible = IMPOSSIBLE[refusal];
  if (impossible !== undefined) return new Problem('request.invalid', { errors: [impossible] });
  const code = refusal === 'NEGATIVE_USAGE' ? 'reading.negative' : 'reading.stand_invalid';
  return new Problem(code, {
    errors: [
      {
        pointer: '/current_stand',
        code: refusal.toLowerCase(),
        message: READING_SAYS.previousStand(previousStand),
      },
    ],
    members: { previous_stand: previousStand },
  });
}
