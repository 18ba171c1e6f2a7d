import type { RowOf, Tx } from '../../../../platform/database';
import { Problem } from '../../../../platform/problem';
import type { Reconciliation } from '../entities/reconciliation.entity';
import { unlessBusy } from './busy-day';

export type LockedDay = RowOf<Reconciliation, keyof Reconciliation>;

/** Takes a day for a change. @throws Problem reconciliation.not_found, service.unavailable */
export async function lockDay(tx: Tx, id: number): Promise<LockedDay> {
  const [day] = await unlessBusy(() =>
    tx.query<LockedDay>('SELECT * FROM rekonsiliasi WHERE id = $1 FOR UPDATE', [id]),
  );
  if (day === undefined) throw new Problem('reconciliation.not_found');
  return day;
}

/** The same, and it must not be closed. @throws Problem reconciliation.not_found, reconciliation.closed */
export async function lockOpenDay(tx: Tx, id: number): Promise<LockedDay> {
  const day = await lockDay(tx, id);
  if (day.state === 'CLOSED') throw new Problem('reconciliation.closed');
  return day;
}
