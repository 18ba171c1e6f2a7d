import { Injectable } from '@nestjs/common';
import { matchStatement, type ReconciledItem } from '@tirtapay/domain';
import { writeAudit } from '../../../../platform/audit';
import { Clock } from '../../../../platform/clock';
import { currentUserId } from '../../../../platform/context';
import { Database, type Tx } from '../../../../platform/database';
import { SettlementCalendars } from '../calendar/settlement-calendars';
import { unlessFoundElsewhere } from '../days/found-elsewhere';
import { keepCases } from '../days/keep-cases';
import { lockOpenDay, type LockedDay } from '../days/lock-day';
import { OpenDay } from '../days/open-day.service';
import { matchExactly } from './exact-pass';
import { freeItems } from './free-items';
import { loadResidue } from './residue';
import { writeItems } from './write-items';

/** Puts a day against its file, as often as anybody likes: what two people decided stays, everything else is found anew. */
@Injectable()
export class RunMatching {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: SettlementCalendars,
    private readonly days: OpenDay,
  ) {}

  /** @param by whose doing it is; null: the system's. @throws Problem reconciliation.not_found, reconciliation.closed */
  run(dayId: number, by = currentUserId()): Promise<void> {
    return unlessFoundElsewhere(() =>
      this.database.transaction(async (tx) => {
        const day = await lockOpenDay(tx, dayId);
        await this.within(tx, day, by);
      }, 'report'),
    );
  }

  /** Of a locked day that is open. @param by whose doing it is; null: the system's */
  async within(tx: Tx, day: LockedDay, by = currentUserId()): Promise<void> {
    // A million lines take longer than a screen may; nobody else waits for this connection.
    await tx.query("SET LOCAL statement_timeout = '10min'");
    await tx.query("SET LOCAL work_mem = '64MB'");
    const freed = await freeItems(tx, day);
    // Only payments are many.
    const exact = day.file_id === null || day.statement !== 'BANK' ? 0 : await matchExactly(tx, day);
    const calendar = await this.calendars.begun(tx, day.collector_id);
    const { input, holders } = await loadResidue(tx, day, calendar, freed);
    const items = matchStatement(day.statement, input);
    await this.takeOver(tx, items, holders);
    await writeItems(tx, day, items);
    await tx.query('UPDATE rekonsiliasi SET run_at = $2, run_by = $3 WHERE id = $1', [
      day.id,
      this.clock.date(),
      by,
    ]);
    const open = items.filter(({ type }) => type !== 'MATCHED').length;
    await this.days.note(tx, day.id, 'RUN', { matched: exact + items.length - open, open }, by);
    await writeAudit(tx, {
      action: 'reconciliation.run',
      entityType: 'rekonsiliasi',
      entityId: day.id,
      after: { matched: exact + items.length - open, open },
    });
    await keepCases(tx, day.id, this.clock.date());
  }

  /** What was only missing on another open day is here now, also what takes it back. */
  private async takeOver(
    tx: Tx,
    items: readonly ReconciledItem[],
    holders: ReadonlyMap<number, number>,
  ): Promise<void> {
    const taken = items
      .flatMap(({ ours, reversal }) => [ours, reversal])
      .flatMap((side) => (side === null ? [] : (holders.get(side) ?? [])));
    if (taken.length === 0) return;
    const from = await tx.query<{ reconciliation_id: number }>(
      "DELETE FROM rekonsiliasi_detail WHERE id = ANY ($1) AND state = 'OPEN' RETURNING reconciliation_id",
      [taken],
    );
    // Nobody may run that day again: its case is explained by what was found here.
    for (const dayId of new Set(from.map(({ reconciliation_id: id }) => id)))
      await keepCases(tx, dayId, this.clock.date());
  }
}
