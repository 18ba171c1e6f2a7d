import type { Law } from '../../../platform/invariants';

export const BANK_LAB_LAWS: readonly Law[] = [
  {
    id: 'I113',
    title: 'a bank that is not live has brought no money but that of its certifications',
    // A call that came in while a run was open may be written a moment after its end.
    sql: `SELECT p.id AS payment_id, p.collector_id, p.posted_at FROM bank_integration b
          JOIN pembayaran p ON p.collector_id = b.id AND p.kind = 'PAYMENT'
          WHERE b.environment = 'SANDBOX' AND NOT EXISTS (
            SELECT FROM certification_run r WHERE r.bank_id = b.id AND p.posted_at >= r.started_at
              AND p.posted_at <= coalesce(r.finished_at, r.started_at + interval '1 hour') + interval '1 minute')`,
  },
];
