import type { DayDto } from '@tirtapay/api-client';
import { StatusBadge } from '../../../../components/status-badge';

/** Open, closed, or behind an end: then it is open, and nobody's to close. */
export function DayBadge({ day }: { day: Pick<DayDto, 'state' | 'expected'> }) {
  return <StatusBadge kind="reconciliation" state={day.expected ? day.state : 'ENDED'} />;
}
