import { businessDateOf, CONDITIONS, type ConditionCode, type ObservedStand } from '@tirtapay/domain';
import { Problem, type Sentence } from '../../../platform/problem';
import { READING_SAYS } from './sentences';

interface ReadingTime {
  /** Epoch milliseconds, as the device says. */
  readonly readAt: number;
  /** Epoch milliseconds, as the server says. */
  readonly receivedAt: number;
  readonly zone: string;
}

interface ObservedBody {
  readonly current_stand?: number;
  readonly condition_code?: ConditionCode;
  readonly rollover?: boolean;
}

function refuse(code: string, message: Sentence): never {
  throw new Problem('request.invalid', { errors: [{ pointer: '/current_stand', code, message }] });
}

/** A stand belongs to a meter that was read, and only to that. @throws Problem request.invalid */
export function observedStand(body: ObservedBody, { readAt, receivedAt, zone }: ReadingTime): ObservedStand {
  const condition = body.condition_code ?? 'NORMAL';
  const currentStand = body.current_stand ?? null;
  const { estimated } = CONDITIONS[condition];
  if (estimated && currentStand !== null) refuse('not_with_condition', READING_SAYS.estimated[condition]);
  if (!estimated && currentStand === null) refuse('required', READING_SAYS.standMissing);
  return {
    currentStand,
    condition,
    rollover: body.rollover ?? false,
    readAt,
    readOn: businessDateOf(readAt, zone),
    receivedAt,
  };
}
