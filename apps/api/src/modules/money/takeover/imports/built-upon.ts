import type { Tx } from '../../../../platform/database';

/** A customer on whom something was built since he was taken over; null when there is none. */
export async function builtOnCustomers(
  read: Pick<Tx, 'query'>['query'],
  batchId: number,
): Promise<{ readonly customer_number: string; readonly count: number } | null> {
  const [found] = await read<{ customer_number: string; count: number }>(
    `SELECT min(p.customer_number) AS customer_number, count(*)::int AS count
     FROM pengambilalihan_pelanggan t JOIN pelanggan p ON p.id = t.customer_id
     WHERE t.batch_id = $1 AND (p.version > 1
       OR EXISTS (SELECT FROM meter_reading r WHERE r.customer_id = p.id)
       OR EXISTS (SELECT FROM tagihan b WHERE b.customer_id = p.id AND b.state <> 'CANCELLED')
       OR EXISTS (SELECT FROM pembayaran y WHERE y.customer_id = p.id)
       OR EXISTS (SELECT FROM pengambilalihan_tunggakan o JOIN pengambilalihan b ON b.id = o.batch_id
          WHERE o.customer_id = p.id AND b.state IN ('WAITING', 'RUNNING'))
       OR (SELECT count(*) FROM meter m WHERE m.customer_id = p.id AND (m.removed_on IS NULL OR m.removed_on > m.installed_on)) > 1)`,
    [batchId],
  );
  return found === undefined || found.count === 0 ? null : found;
}

/** The same of balances: paid, corrected, penalised, or asked for by a payment that was taken back since. */
export async function builtOnBalances(
  read: Pick<Tx, 'query'>['query'],
  batchId: number,
): Promise<{ readonly bill_number: string; readonly count: number } | null> {
  const [found] = await read<{ bill_number: string; count: number }>(
    `SELECT min(b.bill_number) AS bill_number, count(*)::int AS count
     FROM pengambilalihan_tunggakan t JOIN tagihan b ON b.id = t.bill_id
     WHERE t.batch_id = $1 AND (b.state <> 'ISSUED' OR b.disputed
       OR EXISTS (SELECT FROM denda d WHERE d.bill_id = b.id AND d.amount > 0)
       OR EXISTS (SELECT FROM koreksi_tagihan k WHERE k.bill_id = b.id)
       OR EXISTS (SELECT FROM pembayaran_alokasi a WHERE a.bill_id = b.id))`,
    [batchId],
  );
  return found === undefined || found.count === 0 ? null : found;
}
