import { latestDue, type BusinessDate, type Schedule } from '@tirtapay/domain';
import type { Clock } from '../../../../platform/clock';
import type { SavedReport } from '../entities/saved-report.entity';

type Kept = Pick<SavedReport, 'every' | 'on_day' | 'at_hour'>;

/** The schedule of a row; null where it has none. */
export function scheduleOf({ every, on_day: day, at_hour: hour }: Kept): Schedule | null {
  if (every === null || hour === null) return null;
  return every === 'DAY' ? { every, hour } : { every, hour, day: day ?? 1 };
}

/** The newest day on which it has come due by now. */
export function dueBy(clock: Clock, schedule: Schedule): BusinessDate {
  const now = clock.now();
  return latestDue(schedule, clock.dayOf(now), Number(clock.text(now).slice(11, 13)));
}
