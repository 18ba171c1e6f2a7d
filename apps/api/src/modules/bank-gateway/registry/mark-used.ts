import type { Database } from '../../../platform/database';

/** When credentials were last used, for the screen; behind the answer, and missed without harm. */
export async function markCredentialsUsed(
  database: Database,
  keyIds: readonly number[],
  snapPartnerIds: readonly number[],
): Promise<void> {
  await Promise.all([
    mark(database, 'UPDATE bank_api_key SET last_used_at = clock_timestamp() WHERE id = ANY($1)', keyIds),
    mark(
      database,
      'UPDATE snap_partner SET last_used_at = clock_timestamp() WHERE id = ANY($1)',
      snapPartnerIds,
    ),
  ]);
}

async function mark(database: Database, sql: string, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await database.log(sql, [ids]);
}
