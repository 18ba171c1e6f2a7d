import { currentActor, currentContext, type Actor, type RequestContext } from '../context';
import type { Tx } from '../database';

export interface AuditEntry {
  /** `<entity>.<past verb>`, e.g. `customer.activated`; security events start with `security.`. */
  readonly action: string;
  /** The table the entity lives in. */
  readonly entityType: string;
  readonly entityId: number | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly actor?: Actor;
  /** The call it belongs to, where it is written for another than the one being served. */
  readonly context?: RequestContext;
}

export function actorId(actor: Actor): number | null {
  return 'id' in actor ? actor.id : null;
}

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** Writes one row of the audit trail inside the caller's transaction; the sealer chains it afterwards. */
export function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  return writeAudits(tx, [entry]);
}

const WRITE = `
  INSERT INTO log_aktivitas (actor_kind, actor_id, action, entity_type, entity_id, request_id, ip, before, after)
  SELECT actor_kind, actor_id, action, entity_type, entity_id, request_id, ip::inet, before::jsonb, after::jsonb
  FROM unnest($1::text[], $2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[])
    WITH ORDINALITY AS e (actor_kind, actor_id, action, entity_type, entity_id, request_id, ip, before, after, n)
  ORDER BY n`;

/** The same for many, in the order given. */
export async function writeAudits(tx: Tx, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map((entry) => {
    const context = entry.context ?? currentContext();
    return { entry, context, actor: entry.actor ?? entry.context?.actor ?? currentActor() };
  });
  await tx.prepared('write_audits', WRITE, [
    rows.map(({ actor }) => actor.kind),
    rows.map(({ actor }) => actorId(actor)),
    rows.map(({ entry }) => entry.action),
    rows.map(({ entry }) => entry.entityType),
    rows.map(({ entry }) => entry.entityId),
    rows.map(({ context }) => context?.requestId ?? null),
    rows.map(({ context }) => context?.ip ?? null),
    rows.map(({ entry }) => json(entry.before)),
    rows.map(({ entry }) => json(entry.after)),
  ]);
}

/** News of the house itself that belongs to no transaction: what was lost, who was turned away. */
interface AsideEntry {
  readonly actorKind: 'SYSTEM' | 'PUBLIC';
  readonly action: string;
  readonly entityType: string;
  readonly ip?: string;
  readonly after: unknown;
}

/** One row of the audit trail beside everything else, through the door of the caller. */
export async function auditAside(
  write: (sql: string, values: readonly unknown[]) => Promise<unknown>,
  { actorKind, action, entityType, ip, after }: AsideEntry,
): Promise<void> {
  await write(
    `INSERT INTO log_aktivitas (actor_kind, action, entity_type, ip, after) VALUES ($1, $2, $3, nullif($4, '')::inet, $5)`,
    [actorKind, action, entityType, ip ?? null, json(after)],
  );
}
