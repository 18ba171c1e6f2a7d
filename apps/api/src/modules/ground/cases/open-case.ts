import { caseDueAt, type CaseState } from '@tirtapay/domain';
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
  /** Seen at every look for as long as it lasts: what a person has closed comes back only when its days are over again. */
  readonly standing?: boolean;
  /** Decisions after which it is never asked again, however often it is seen. */
  readonly final?: readonly string[];
}

interface KnownCase {
  readonly id: number;
  readonly kind: string;
  readonly status: CaseState;
  readonly resolution: string | null;
  readonly note: string | null;
  readonly resolved_by: number | null;
  readonly resolved_at: Date | null;
}

export interface CaseToOpen<Kinds extends CaseKinds> extends CaseFacts {
  readonly kind: keyof Kinds & string;
  readonly subjectId: number;
  /** Tells several cases about one subject apart; a second case with the same subject and this is the same case. */
  readonly about?: string;
}

/** What a module may do with cases: open those of its own kinds, and settle what it opened. */
interface CaseDesk<Kinds extends CaseKinds> {
  /**
   * Something a person must look at. One that was closed opens again when it is told anew, and one that is open becomes
   * what it is about now. @returns the id of the case, also when it had been opened before
   */
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
    `INSERT INTO kasus (source_key, ${FACTS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (source_key) DO NOTHING RETURNING id`,
    [sourceKey, ...factsOf(kind, wanted)],
  );
  if (opened !== undefined) {
    await tell(tx, opened.id, kind, wanted);
    return opened.id;
  }
  const known = await tx.one<KnownCase & object>(
    `SELECT id, kind, status, resolution, note, resolved_by, resolved_at FROM kasus WHERE source_key = $1 FOR UPDATE`,
    [sourceKey],
  );
  if (!isNews(known, kind, wanted)) return known.id;
  await tx.query(
    `UPDATE kasus SET (${FACTS}) = ($2, $3, $4, $5, $6, $7, $8, $9),
       status = 'OPEN', resolution = NULL, note = NULL, resolved_by = NULL, resolved_at = NULL WHERE id = $1`,
    [known.id, ...factsOf(kind, wanted)],
  );
  // What had been decided stays in the trail.
  await tell(tx, known.id, kind, wanted, {
    kind: known.kind,
    status: known.status,
    resolution: known.resolution,
    note: known.note,
  });
  return known.id;
}

const FACTS = 'kind, customer_id, payment_id, intent_id, amount, detail, opened_at, due_at';

function factsOf(kind: string, wanted: CaseFacts): readonly unknown[] {
  return [
    kind,
    wanted.customerId ?? null,
    wanted.paymentId ?? null,
    wanted.checkoutId ?? null,
    wanted.amount ?? 0,
    JSON.stringify(wanted.detail),
    wanted.openedAt,
    caseDueAt(kind, wanted.openedAt),
  ];
}

/** Held money is told under the id of its own payment, once: its cases never come here a second time. */
function isNews(known: KnownCase, kind: string, { standing, final, openedAt }: CaseFacts): boolean {
  if (known.kind !== kind) return true;
  if (known.resolved_at === null) return false;
  if (known.resolution !== null && final?.includes(known.resolution) === true) return false;
  return standing !== true || known.resolved_by === null || caseDueAt(kind, known.resolved_at) <= openedAt;
}

async function tell(
  tx: Tx,
  id: number,
  kind: string,
  { amount = 0 }: CaseFacts,
  before?: object,
): Promise<void> {
  await writeAudit(tx, {
    action: 'case.opened',
    entityType: 'kasus',
    entityId: id,
    ...(before === undefined ? {} : { before }),
    after: { kind, amount },
  });
  await writeOutbox(tx, 'case.opened', id, { case_id: id, kind });
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
