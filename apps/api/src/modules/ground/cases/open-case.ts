import { caseDueAt } from '@tirtapay/domain';
import { writeAudit } from '../../../platform/audit';
import type { Tx } from '../../../platform/database';
import { writeOutbox } from '../../../platform/events';

/** The kinds of case a manifest declares, each with the table of what such a case is about. */
type CaseKinds = Readonly<Record<string, string>>;

interface CaseFacts {
  readonly customerId?: number | null;
  readonly paymentId?: number | null;
  readonly checkoutId?: number | null;
  readonly amount?: number;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly openedAt: Date;
}

export interface CaseToOpen<Kinds extends CaseKinds> extends CaseFacts {
  readonly kind: keyof Kinds & string;
  readonly subjectId: number;
  /** Tells several cases about one subject apart; a second case with the same subject and this is the same case. */
  readonly about?: string;
}

/** What a module may do with cases: open those of its own kinds, and settle what it opened. */
interface CaseDesk<Kinds extends CaseKinds> {
  /** Something a person must look at. @returns the id of the case, also when it had been opened before */
  open(tx: Tx, wanted: CaseToOpen<Kinds>): Promise<number>;
  /** Closes a case whose cause went away by itself. Money never goes away by itself: its cases are for people. */
  settle(
    tx: Tx,
    subject: { readonly type: Kinds[keyof Kinds]; readonly id: number; readonly about?: string },
    resolution: string,
    at: Date,
  ): Promise<void>;
}

export function casesOf<const Kinds extends CaseKinds>(manifest: {
  readonly caseKinds: Kinds;
}): CaseDesk<Kinds> {
  return {
    open: (tx, { kind, subjectId, about, ...facts }) =>
      openCase(tx, kind, keyOf(manifest.caseKinds[kind] ?? '', subjectId, about), facts),
    settle: (tx, { type, id, about }, resolution, at) =>
      settleCase(tx, keyOf(type, id, about), resolution, at),
  };
}

function keyOf(type: string, id: number, about?: string): string {
  return [type, String(id), ...(about === undefined ? [] : [about])].join(':');
}

async function openCase(tx: Tx, kind: string, sourceKey: string, wanted: CaseFacts): Promise<number> {
  const [opened] = await tx.query<{ id: number }>(
    `INSERT INTO kasus (kind, source_key, customer_id, payment_id, intent_id, amount, detail, opened_at, due_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (source_key) DO NOTHING RETURNING id`,
    [
      kind,
      sourceKey,
      wanted.customerId ?? null,
      wanted.paymentId ?? null,
      wanted.checkoutId ?? null,
      wanted.amount ?? 0,
      JSON.stringify(wanted.detail),
      wanted.openedAt,
      caseDueAt(kind, wanted.openedAt),
    ],
  );
  if (opened === undefined) {
    const known = await tx.one<{ id: number }>('SELECT id FROM kasus WHERE source_key = $1', [sourceKey]);
    return known.id;
  }
  await writeAudit(tx, {
    action: 'case.opened',
    entityType: 'kasus',
    entityId: opened.id,
    after: { kind, amount: wanted.amount ?? 0 },
  });
  await writeOutbox(tx, 'case.opened', opened.id, { case_id: opened.id, kind });
  return opened.id;
}

async function settleCase(tx: Tx, sourceKey: string, resolution: string, at: Date): Promise<void> {
  const [settled] = await tx.query<{ id: number }>(
    `UPDATE kasus SET status = 'RESOLVED', due_at = 'infinity', resolution = $2, resolved_at = $3 WHERE source_key = $1 AND status = 'OPEN' RETURNING id`,
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

declare module '../../../platform/events/outbox' {
  interface OutboxTopics {
    'case.opened': { readonly case_id: number; readonly kind: string };
  }
}
