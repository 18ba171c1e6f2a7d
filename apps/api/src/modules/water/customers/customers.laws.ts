import type { Law } from '../../../platform/invariants';

export const CUSTOMERS_LAWS: readonly Law[] = [
  {
    id: 'I118',
    title: 'a customer has the earlier number that two people agreed on last',
    // Whoever was taken back with a file has none, and a number of nobody (I78).
    sql: `SELECT last.customer_id, last.agreed, a.alias
          FROM (SELECT DISTINCT ON (entity_id) entity_id AS customer_id, payload ->> 'legacy_number' AS agreed FROM persetujuan
                WHERE kind = 'legacy_number' AND status = 'APPROVED' ORDER BY entity_id, decided_at DESC, id DESC) last
          JOIN pelanggan p ON p.id = last.customer_id LEFT JOIN pelanggan_alias a ON a.customer_id = p.id
          WHERE a.alias IS DISTINCT FROM last.agreed AND p.customer_number NOT LIKE '00%'`,
  },
];
