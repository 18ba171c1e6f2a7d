import type { Tx } from '../../../../platform/database';
import { CASES } from '../reconciliation-cases';
import type { LockedDay } from './lock-day';
import { tellOfMissingFile } from './news';

const ABOUT = 'file';
/** By people who agreed that none is waited for: it is waited for again once they agree on that. */
const AGREED = { ENDED: 'reconciliation.ended', ABSENT: 'reconciliation.absent' } as const;

interface Known {
  readonly times: number;
  readonly open: string | null;
  readonly ended: boolean;
  /** Two people said that none comes. */
  readonly absent: boolean;
}

/** A case of a day is asked for by its subject and what it is about; one that is settled is never opened again (`file.2`). */
const KNOWN = `SELECT count(*)::int AS times, min(split_part(k.source_key, ':', 3)) FILTER (WHERE k.status = 'OPEN') AS open,
    coalesce((array_agg(k.resolution ORDER BY k.id DESC))[1] IN ('${Object.values(AGREED).join("', '")}'), false) AS ended,
    (SELECT r.absence_id IS NOT NULL FROM rekonsiliasi r WHERE r.id = $1) AS absent
  FROM kasus k WHERE k.subject_type = 'rekonsiliasi' AND k.subject_id = $1 AND k.kind = 'SETTLEMENT_FILE_MISSING'`;

const knownOf = (tx: Tx, dayId: number): Promise<Known> => tx.one<Known & object>(KNOWN, [dayId]);

/** A day whose file has not come: a case, and whoever is concerned is told, once as long as it is missing. */
export async function openMissingFile(
  tx: Tx,
  day: Pick<LockedDay, 'id' | 'settlement_date'>,
  at: Date,
): Promise<void> {
  const { times, open, ended, absent } = await knownOf(tx, day.id);
  // What a person has closed stays closed.
  if (absent || open !== null || (times > 0 && !ended)) return;
  await tellOfMissingFile(tx, day.id);
  await CASES.open(tx, {
    kind: 'SETTLEMENT_FILE_MISSING',
    subjectId: day.id,
    about: times === 0 ? ABOUT : `${ABOUT}.${String(times + 1)}`,
    detail: { settlement_date: day.settlement_date, reconciliation_id: day.id },
    openedAt: at,
  });
}

export function fileCame(tx: Tx, dayId: number, at: Date): Promise<void> {
  return settle(tx, dayId, 'reconciliation.file_came', at);
}

/** Two people say that none comes of the day. */
export function fileAbsent(tx: Tx, dayId: number, at: Date): Promise<void> {
  return settle(tx, dayId, AGREED.ABSENT, at);
}

/** Of a day without a file, as was agreed on: whether anybody waits for it. */
export async function awaitStatement(
  tx: Tx,
  day: Pick<LockedDay, 'id' | 'settlement_date'>,
  expected: boolean,
  at: Date,
): Promise<void> {
  await tx.query('UPDATE rekonsiliasi SET expected = $2 WHERE id = $1 AND expected <> $2', [
    day.id,
    expected,
  ]);
  if (expected) await openMissingFile(tx, day, at);
  else await settle(tx, day.id, AGREED.ENDED, at);
}

async function settle(tx: Tx, dayId: number, resolution: string, at: Date): Promise<void> {
  const { open } = await knownOf(tx, dayId);
  if (open !== null) await CASES.settle(tx, { type: 'rekonsiliasi', id: dayId, about: open }, resolution, at);
}
