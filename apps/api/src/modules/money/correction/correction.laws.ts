import type { Law } from '../../../platform/invariants';

export const CORRECTION_LAWS: readonly Law[] = [
  {
    id: 'I80',
    title:
      'a paper of corrections comes to what its rows say: credit of the customer, or asked for later, never both',
    sql: `SELECT n.id AS note_id, n.amount, rows.amount AS of_rows, rows.credit, rows.carried, given.amount AS given
          FROM nota_koreksi n
          LEFT JOIN (SELECT k.note_id, sum(k.amount + k.penalty_amount) AS amount, bool_or(k.settlement = 'CREDIT') AS credit,
                       bool_or(k.settlement = 'CARRIER') AS carried, bool_or(b.customer_id <> m.customer_id) AS foreign_bill
                     FROM koreksi_tagihan k JOIN tagihan b ON b.id = k.bill_id JOIN nota_koreksi m ON m.id = k.note_id
                     GROUP BY k.note_id) rows ON rows.note_id = n.id
          LEFT JOIN (SELECT c.subject_id, sum(s.amount) AS amount FROM kasus c JOIN saldo_pelanggan s ON s.case_id = c.id
                     WHERE c.kind = 'BILL_CORRECTED' AND s.reason = 'bill.corrected' GROUP BY c.subject_id) given
            ON given.subject_id = n.id
          WHERE n.amount <> coalesce(rows.amount, 0)
             OR (rows.credit AND rows.carried)
             OR coalesce(rows.foreign_bill, false)
             OR (n.amount > 0 AND NOT rows.carried)
             OR coalesce(given.amount, 0) <> greatest(0, -n.amount)`,
  },
];
