/** What a bill (`b`) is for that is no water of a month, in the words its customer reads; null otherwise. */
export const BILL_TITLE = `CASE WHEN b.kind IN ('NONWATER', 'INSTALMENT') THEN (SELECT string_agg(l.label, ', ' ORDER BY l.seq) FROM tagihan_rincian l WHERE l.bill_id = b.id) END`;
