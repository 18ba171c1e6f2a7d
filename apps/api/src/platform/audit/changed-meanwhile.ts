import type { Tx } from '../database';
import { Problem } from '../problem';
import { AUDIT_SAYS } from './sentences';

/** Who changed a record last, and what of it; the values themselves are read by whoever may read the record. */
export interface LastChange {
  /** Null where it was no person. */
  readonly name: string | null;
  readonly at: Date;
  readonly fields: readonly string[];
}

interface Row {
  readonly name: string | null;
  readonly at: Date;
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/**
 * The refusal of the slower of two people who change one record, from its trail: by whom it was changed meanwhile, when, and
 * which fields. Only what says before and after is a change: who logs in, or opens a drawer, changes nothing of it.
 * @param type the table the record lives in, as its audit says
 */
export async function changedMeanwhile(tx: Tx, type: string, id: number, version?: number): Promise<Problem> {
  const [last] = await tx.query<Row & object>(
    `SELECT o.name, l.at, l.before, l.after FROM log_aktivitas l
     LEFT JOIN orang o ON l.actor_kind = 'USER' AND o.id = l.actor_id
     WHERE l.entity_type = $1 AND l.entity_id = $2 AND l.before IS NOT NULL AND l.after IS NOT NULL ORDER BY l.id DESC LIMIT 1`,
    [type, id],
  );
  return versionConflict(last === undefined ? null : { ...last, fields: changedFields(last) }, version);
}

/** @param version what the record is at now */
export function versionConflict(change: LastChange | null, version?: number): Problem {
  return new Problem('version.conflict', {
    ...(change?.name == null ? {} : { detail: AUDIT_SAYS.changedBy(change.name) }),
    members: {
      ...(version === undefined ? {} : { current_version: version }),
      ...(change === null
        ? {}
        : { changed_by: change.name, changed_at: change.at.toISOString(), changed: change.fields }),
    },
  });
}

/** What differs between before and after; what only the after says, as a reason does, is no field of the record. */
function changedFields({ before, after }: Row): string[] {
  return Object.keys(after).filter(
    (field) => field in before && JSON.stringify(after[field]) !== JSON.stringify(before[field]),
  );
}
