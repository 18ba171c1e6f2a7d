import { CONDITIONS, type BusinessDate, type ConditionCode } from '@tirtapay/domain';
import { Problem } from '../../../platform/problem';
import type { ObservedStand } from './assess-reading';

interface ObservedBody {
  readonly current_stand?: number;
  readonly condition_code?: ConditionCode;
  readonly rollover?: boolean;
}

function refuse(code: string, message: string): never {
  throw new Problem('request.invalid', { errors: [{ pointer: '/current_stand', code, message }] });
}

/** A stand belongs to a meter that was read, and only to that. @throws Problem request.invalid */
export function observedStand(body: ObservedBody, readOn: BusinessDate): ObservedStand {
  const condition = body.condition_code ?? 'NORMAL';
  const currentStand = body.current_stand ?? null;
  const { estimated } = CONDITIONS[condition];
  if (estimated && currentStand !== null)
    refuse('not_with_condition', `with ${condition} usage is estimated, there is no stand`);
  if (!estimated && currentStand === null) refuse('required', 'the stand is required');
  return { currentStand, condition, rollover: body.rollover ?? false, readOn };
}
