import type { Tx } from '../../../../platform/database';

/** Whoever uploaded a file of the day, ran it or asked for anything about it, also for what was taken back. */
const PREPARERS = `
  SELECT DISTINCT o.id, o.name FROM orang o WHERE o.id IN (
    SELECT e.made_by FROM rekonsiliasi_peristiwa e WHERE e.reconciliation_id = $1 AND e.kind IN ('FILE', 'RUN', 'ABSENT', 'AWAITED')
    UNION SELECT w.made_by FROM rekonsiliasi_penarikan w WHERE w.reconciliation_id = $1
    UNION SELECT w.withdrawn_by FROM rekonsiliasi_penarikan w WHERE w.reconciliation_id = $1
    UNION SELECT d.made_by FROM rekonsiliasi_detail d WHERE d.reconciliation_id = $1 AND d.made_by IS NOT NULL)
  ORDER BY o.name`;

export function preparersOf(
  reader: { query: Tx['query'] },
  dayId: number,
): Promise<{ id: number; name: string }[]> {
  return reader.query<{ id: number; name: string }>(PREPARERS, [dayId]);
}
