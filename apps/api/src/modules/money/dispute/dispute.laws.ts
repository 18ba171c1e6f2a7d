import type { Law } from '../../../platform/invariants';

export const DISPUTE_LAWS: readonly Law[] = [
  {
    id: 'I74',
    title: 'no penalty was booked for a day on which it stood still',
    sql: `SELECT h.bill_id, h.from_day, h.until_day, r.as_of, r.amount
          FROM penahanan_denda h JOIN denda_rincian r ON r.bill_id = h.bill_id
          WHERE r.as_of > h.from_day AND (h.until_day IS NULL OR r.as_of < h.until_day)`,
  },
  {
    id: 'I75',
    title:
      'a bill that is doubted bears no new penalty until it is answered; the answer is a paper about it, a reason, or that it is owed no more',
    sql: `SELECT k.id AS dispute_id, k.state, b.disputed, c.status AS case_status
          FROM keberatan k JOIN tagihan b ON b.id = k.bill_id
          LEFT JOIN kasus c ON c.subject_type = 'keberatan' AND c.subject_id = k.id
          LEFT JOIN nota_koreksi n ON n.id = k.note_id
          WHERE b.customer_id <> k.customer_id
             OR (k.state = 'OPEN' AND b.disputed = (k.hold_lapsed_on IS NOT NULL))
             -- nobody prolongs what they wrote down alone
             OR (k.hold_lapses_on > k.answer_by + 14 AND NOT EXISTS (SELECT FROM persetujuan a WHERE a.kind = 'dispute_hold'
               AND a.entity_type = 'keberatan' AND a.entity_id = k.id AND a.status = 'APPROVED'))
             OR (k.state = 'OPEN') IS DISTINCT FROM (c.status = 'OPEN')
             OR (k.state = 'CORRECTED' AND NOT EXISTS (SELECT FROM jsonb_array_elements(n.items) i
               WHERE i ->> 'bill_number' = b.bill_number))
             OR (k.state = 'CANCELLED' AND b.state <> 'CANCELLED')
             OR (k.state = 'OPEN' AND b.kind <> 'WATER' AND b.state = 'CANCELLED')
             OR (k.state <> 'OPEN' AND k.days_held > (SELECT coalesce(sum(h.until_day - h.from_day), 0)
               FROM penahanan_denda h WHERE h.bill_id = k.bill_id))`,
  },
];
