import type { Law } from './law';

export const AUDIT_LAWS: readonly Law[] = [
  {
    id: 'I12',
    title: 'the audit chain is intact: every sealed row still hashes to its seal, on the seal before it',
    sql: `SELECT chain.seq, chain.log_id
          FROM (SELECT s.*, lag(s.hash) OVER w AS hash_before, lag(s.seq) OVER w AS seq_before
                FROM audit_seal s WINDOW w AS (ORDER BY s.seq)) chain
          LEFT JOIN log_aktivitas l ON l.id = chain.log_id
          WHERE chain.seq <> coalesce(chain.seq_before, 0) + 1
             OR chain.previous_hash <> coalesce(chain.hash_before, '\\x00'::bytea)
             OR l.id IS NULL
             OR chain.hash <> audit_row_hash(chain.previous_hash, chain.seq, l)`,
  },
  {
    id: 'I13',
    title: 'the head of the audit chain is its last seal',
    sql: `SELECT h.seq AS head_seq, s.seq AS last_seq
          FROM (SELECT 1) one
          LEFT JOIN audit_head h ON true
          LEFT JOIN (SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1) s ON true
          WHERE h.seq IS DISTINCT FROM coalesce(s.seq, 0) OR h.hash IS DISTINCT FROM coalesce(s.hash, '\\x00'::bytea)`,
  },
  {
    id: 'I122',
    // By the life of the chain and not by the clock: after a restore the last seconds wait for the sealer to start.
    title: 'what the audit chain went past two hours of its life ago is sealed',
    sql: `SELECT l.id, l.at, l.action FROM log_aktivitas l
          WHERE l.id < (SELECT max(s.log_id) FROM audit_seal s
              WHERE s.sealed_at < (SELECT updated_at FROM audit_head) - interval '2 hours')
            AND NOT EXISTS (SELECT FROM audit_seal s WHERE s.log_id = l.id)`,
  },
];
