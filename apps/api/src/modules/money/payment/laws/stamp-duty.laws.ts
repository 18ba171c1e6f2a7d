import type { Law } from '../../../../platform/invariants';

/** Stamp duty on its way from receipts to the state (2130). */
export const STAMP_DUTY_LAWS: readonly Law[] = [
  {
    id: 'I120',
    title:
      'stamp duty that was handed over is what two people agreed on and one journal, and what was taken back is what had been handed over',
    sql: `SELECT s.id, s.amount, a.status, a.payload FROM setoran_meterai s JOIN persetujuan a ON a.id = s.approval_id
          LEFT JOIN setoran_meterai o ON o.id = s.reverses_id
          WHERE (a.kind, a.status, (a.payload ->> 'amount')::bigint, (a.payload ->> 'reverses_id')::bigint)
                IS DISTINCT FROM ('stamp_duty_payment', 'APPROVED', abs(s.amount), s.reverses_id)
            OR (s.reverses_id IS NOT NULL AND (o.amount, o.bank_reference) IS DISTINCT FROM (-s.amount, s.bank_reference))
            OR (s.reverses_id IS NULL) <> (s.amount > 0)
          UNION ALL
          SELECT coalesce(s.id, l.id), coalesce(s.amount, 0), NULL, jsonb_build_object('ledger', l.net)
          FROM (SELECT j.id, j.entity_id, sum(b.debit - b.credit) AS net FROM jurnal j
                JOIN jurnal_baris b ON b.journal_id = j.id AND b.account = '2130' WHERE j.entity_type = 'setoran_meterai' GROUP BY j.id) l
          FULL JOIN setoran_meterai s ON s.journal_id = l.id AND s.id = l.entity_id
          WHERE l.net IS DISTINCT FROM s.amount`,
  },
];
