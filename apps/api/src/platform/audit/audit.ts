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
  return actor.kind === 'USER' || actor.kind === 'BANK' ? actor.id : null;
}

function json(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}

/** Writes one row of the audit trail inside the caller's transaction; the sealer chains it afterwards. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const context = entry.context ?? currentContext();
  const actor = entry.actor ?? entry.context?.actor ?? currentActor();
  await tx.query(
    `INSERT INTO log_aktivitas (actor_kind, actor_id, action, entity_type, entity_id, request_id, ip, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      actor.kind,
      actorId(actor),
      entry.action,
      entry.entityType,
      entry.entityId,
      context?.requestId ?? null,
      context?.ip ?? null,
      json(entry.before),
      json(entry.after),
    ],
  );
}
