import { writeAudit } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import { writeOutbox } from '../../../platform/events';

export interface CaseToOpen {
  readonly kind: string;
  /** What it is about (`<table>:<id>`); a second case with the same key is the same case. */
  readonly sourceKey: string;
  readonly customerId?: number | null;
  readonly paymentId?: number | null;
  readonly intentId?: number | null;
  readonly amount?: number;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly openedAt: Date;
}

/** Something a person must look at. @returns the id of the case, also when it had been opened before */
export async function openCase(tx: Tx, wanted: CaseToOpen): Promise<number> {
  const [opened] = await tx.query<{ id: number }>(
    `INSERT INTO kasus (kind, source_key, customer_id, payment_id, intent_id, amount, detail, opened_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (source_key) DO NOTHING RETURNING id`,
    [
      wanted.kind,
      wanted.sourceKey,
      wanted.customerId ?? null,
      wanted.paymentId ?? null,
      wanted.intentId ?? null,
      wanted.amount ?? 0,
      JSON.stringify(wanted.detail),
      wanted.openedAt,
    ],
  );
  if (opened === undefined) {
    const known = await tx.one<{ id: number }>('SELECT id FROM kasus WHERE source_key = $1', [
      wanted.sourceKey,
    ]);
    return known.id;
  }
  await writeAudit(tx, {
    action: 'case.opened',
    entityType: 'kasus',
    entityId: opened.id,
    after: { kind: wanted.kind, amount: wanted.amount ?? 0 },
  });
  await writeOutbox(tx, 'case.opened', opened.id, { case_id: opened.id, kind: wanted.kind });
  return opened.id;
}

/** Closes a case whose cause went away by itself. Money never goes away by itself: its cases are for people. */
export async function settleCase(tx: Tx, sourceKey: string, resolution: string, at: Date): Promise<void> {
  const [settled] = await tx.query<{ id: number }>(
    `UPDATE kasus SET status = 'RESOLVED', resolution = $2, resolved_at = $3 WHERE source_key = $1 AND status = 'OPEN' RETURNING id`,
    [sourceKey, resolution, at],
  );
  if (settled !== undefined)
    await writeAudit(tx, {
      action: 'case.resolved',
      entityType: 'kasus',
      entityId: settled.id,
      after: { resolution },
    });
}
