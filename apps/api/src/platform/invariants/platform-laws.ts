import type { SealedColumn } from '../security';
import type { Law } from './law';

/** @param appendOnly tables whose rows nobody may change @param sealedColumns columns the vault seals */
export function platformLaws(
  appendOnly: readonly string[],
  sealedColumns: readonly SealedColumn[],
): readonly Law[] {
  const sealedFromChange = appendOnly.map((table) => `'${table}'`).join(', ');
  return [
    {
      id: 'I30',
      title: 'the job of a period succeeded at most once',
      sql: `SELECT job, period, count(*) FROM job_run WHERE status = 'SUCCESS' GROUP BY job, period HAVING count(*) > 1`,
    },
    {
      id: 'I31',
      title: 'no secret is stored in clear',
      sql: sealedColumns
        .map(
          ({ table, column, idColumn }) =>
            `SELECT ${idColumn} AS id, '${table}.${column}' AS what FROM ${table} WHERE ${column} !~ '^v1:[0-9]+:'`,
        )
        .join(' UNION ALL '),
    },
    {
      id: 'I32',
      title: 'nobody but the owner may change posted rows, and every guard is switched on',
      sql: `SELECT g.table_name::text AS name, g.grantee || ' ' || g.privilege_type AS what
          FROM information_schema.role_table_grants g
          JOIN pg_class c ON c.oid = format('public.%I', g.table_name)::regclass
          WHERE g.table_schema = 'public' AND g.table_name IN (${sealedFromChange})
            AND g.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
            AND g.grantee <> pg_get_userbyid(c.relowner)
          UNION ALL
          SELECT t.tgname::text, 'disabled on ' || t.tgrelid::regclass FROM pg_trigger t
          WHERE t.tgenabled = 'D' AND NOT t.tgisinternal
          UNION ALL
          SELECT name, 'no guard' FROM unnest(ARRAY[${sealedFromChange}]) AS name
          WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = to_regclass(name) AND NOT t.tgisinternal)`,
    },
  ];
}
