import { APPEND_ONLY_TABLES } from '../database/grants';
import type { Law } from './law';

const APPEND_ONLY = APPEND_ONLY_TABLES.map((table) => `'${table}'`).join(', ');

export const PLATFORM_LAWS: readonly Law[] = [
  {
    id: 'I28',
    title: 'every posted payment and reversal has its outbox event',
    sql: `SELECT p.id AS payment_id, p.kind FROM pembayaran p
          WHERE NOT EXISTS (SELECT FROM outbox o WHERE o.entity_id = p.id
            AND o.topic = CASE p.kind WHEN 'PAYMENT' THEN 'payment.posted' WHEN 'REVERSAL' THEN 'payment.reversed' ELSE 'credit.applied' END)`,
  },
  {
    id: 'I30',
    title: 'the job of a period succeeded at most once',
    sql: `SELECT job, period, count(*) FROM job_run WHERE status = 'SUCCESS' GROUP BY job, period HAVING count(*) > 1`,
  },
  {
    id: 'I31',
    title: 'no secret is stored in clear',
    sql: `SELECT id, 'bank_api_key' AS what FROM bank_api_key
          WHERE secret_enc !~ '^v1:[0-9]+:' OR previous_secret_enc !~ '^v1:[0-9]+:'
          UNION ALL SELECT id, 'snap_partner' FROM snap_partner
          WHERE secret_enc !~ '^v1:[0-9]+:' OR previous_secret_enc !~ '^v1:[0-9]+:'
          UNION ALL SELECT bank_id, 'bank_outbound' FROM bank_outbound
          WHERE secret_enc !~ '^v1:[0-9]+:' OR private_key_enc !~ '^v1:[0-9]+:'
          UNION ALL SELECT id, 'pelanggan' FROM pelanggan WHERE nik_encrypted !~ '^v1:[0-9]+:'`,
  },
  {
    id: 'I32',
    title: 'nobody but the owner may change posted rows, and every guard is switched on',
    sql: `SELECT g.table_name::text AS name, g.grantee || ' ' || g.privilege_type AS what
          FROM information_schema.role_table_grants g
          JOIN pg_class c ON c.oid = format('public.%I', g.table_name)::regclass
          WHERE g.table_schema = 'public' AND g.table_name IN (${APPEND_ONLY})
            AND g.privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')
            AND g.grantee <> pg_get_userbyid(c.relowner)
          UNION ALL
          SELECT t.tgname::text, 'disabled on ' || t.tgrelid::regclass FROM pg_trigger t
          WHERE t.tgenabled = 'D' AND NOT t.tgisinternal
          UNION ALL
          SELECT name, 'no guard' FROM unnest(ARRAY[${APPEND_ONLY}]) AS name
          WHERE NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = to_regclass(name) AND NOT t.tgisinternal)`,
  },
];
