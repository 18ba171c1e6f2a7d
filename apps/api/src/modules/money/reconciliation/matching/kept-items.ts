/**
 * What a run of the day `$1` leaves as it is: what two people decided, and what waits for a second one as long as the line
 * it is about is in the file in force. A batch is one line of many items: they stay together, or are found anew together.
 * As `kept (id)`.
 */
export const KEPT = `stands AS MATERIALIZED (
    SELECT d.id, d.basis, d.line_id FROM rekonsiliasi_detail d JOIN rekonsiliasi r ON r.id = d.reconciliation_id
    LEFT JOIN persetujuan a ON a.id = d.approval_id
    WHERE d.reconciliation_id = $1 AND (d.state = 'ADJUSTED' OR (a.status = 'PENDING' AND NOT EXISTS (
      SELECT FROM berkas_rekonsiliasi_baris l JOIN berkas_rekonsiliasi f ON f.id = l.file_id
      WHERE l.id IN (d.line_id, d.reversal_line_id) AND f.settlement_date = r.settlement_date AND f.id <> r.file_id)))
  ), kept AS MATERIALIZED (
    SELECT id FROM stands
    UNION
    SELECT d.id FROM rekonsiliasi_detail d JOIN stands s ON s.line_id = d.line_id
    WHERE d.reconciliation_id = $1 AND d.basis = 'BATCH' AND s.basis = 'BATCH'
  )`;
