import type { Law } from '../../../../platform/invariants';
import { PROMISED_UNTIL } from './waiver-offers';

export const WAIVER_LAWS: readonly Law[] = [
  {
    id: 'I84',
    title:
      'a programme never sets aside more than its budget, and none promises a bill what another does on the same day',
    sql: `SELECT w.id AS programme_id, w.budget, shares.reserved, twin.bill_id
          FROM program_pemutihan w
          LEFT JOIN (SELECT programme_id, sum(reserved) AS reserved FROM pemutihan_jatah GROUP BY 1) shares
            ON shares.programme_id = w.id
          LEFT JOIN LATERAL (
            SELECT j.bill_id FROM pemutihan_jatah j
            JOIN (SELECT j.bill_id, j.programme_id, w.valid_from, w.last_day, ${PROMISED_UNTIL} AS until_day
              FROM pemutihan_jatah j JOIN program_pemutihan w ON w.id = j.programme_id) o
              ON o.bill_id = j.bill_id AND o.programme_id > j.programme_id
            WHERE j.programme_id = w.id AND w.last_day >= w.valid_from AND o.last_day >= o.valid_from
              AND o.valid_from <= ${PROMISED_UNTIL} AND w.valid_from <= o.until_day LIMIT 1) twin ON true
          WHERE shares.reserved > w.budget OR twin.bill_id IS NOT NULL OR (shares.reserved > 0 AND w.status <> 'APPROVED')`,
  },
  {
    id: 'I96',
    title: 'what the books say was forgiven of a bill is what its penalty says',
    sql: `SELECT coalesce(d.bill_id, books.bill_id) AS bill_id, d.waived, books.net AS forgiven
          FROM denda d FULL JOIN (SELECT bill_id, sum(debit - credit) AS net FROM jurnal_baris WHERE account = '4190' GROUP BY bill_id) books
            ON books.bill_id = d.bill_id
          WHERE coalesce(d.waived, 0) <> coalesce(books.net, 0)`,
  },
];
