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

interface Conflict {
  /** What the two disagree about, where the record has more than that: who changed something else is not in the way. */
  readonly fields?: readonly string[] | null;
  readonly asked?: boolean;
}

/**
 * The refusal of the slower of two people who change one record, from its trail: by whom it was changed meanwhile, when, and
 * which fields. Only what says before and after is a change: who logs in, or opens a drawer, changes nothing of it.
 * @param type the table the record lives in, as its audit says
 * @param id of the record; of one without a number, what its trail says it is
 */
export async function changedMeanwhile(
  tx: Tx,
  type: string,
  id: number | Readonly<Record<string, string>>,
  version?: number,
  { fields = null, asked = false }: Conflict = {},
): Promise<Problem> {
  const numbered = typeof id === 'number';
  const [last] = await tx.query<Row & object>(
    `SELECT o.name, l.at, l.before, l.after FROM log_aktivitas l
     LEFT JOIN orang o ON l.actor_kind = 'USER' AND o.id = l.actor_id
     WHERE l.entity_type = $1 AND ${numbered ? 'l.entity_id = $2' : 'l.entity_id IS NULL AND l.after @> $2::jsonb'}
       AND l.before IS NOT NULL AND l.after IS NOT NULL AND ($3::text[] IS NULL OR EXISTS (
         SELECT FROM unnest($3::text[]) AS f WHERE jsonb_exists(l.before, f) AND l.before -> f IS DISTINCT FROM l.after -> f))
     ORDER BY l.id DESC LIMIT 1`,
    [type, numbered ? id : JSON.stringify(id), fields],
  );
  return versionConflict(
    last === undefined ? null : { ...last, fields: changedFields(last) },
    version,
    asked,
  );
}

/**
 * @param version what the record is at now
 * @param asked it was changed after somebody asked for something else, which a second person decides now
 */
export function versionConflict(change: LastChange | null, version?: number, asked = false): Problem {
  const says = asked ? AUDIT_SAYS.changedSinceAsked : AUDIT_SAYS.changedBy;
  return new Problem('version.conflict', {
    ...(change?.name == null ? {} : { detail: says(change.name) }),
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
