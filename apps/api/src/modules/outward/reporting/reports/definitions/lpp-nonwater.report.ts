import { COLLECTOR, date, DAYS, identifier, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { CASHIER_OF, SETTLED_BILLS } from './settled-bills';

export const LPP_NONWATER_REPORT: ReportDefinition = {
  key: 'lpp-nonwater',
  group: 'RECEIPTS',
  title: words('LPP non-air', 'LPP non-water'),
  about: words(
    'Rekening non-air (sambungan baru, denda pelanggaran, jasa) yang dilunasi menurut tanggal buku; pembatalan dikurangkan pada harinya.',
    'Non-water bills (new connections, fines, services) that were paid, by business date; a reversal is taken off on its day.',
  ),
  permission: 'payment.read',
  parameters: [...DAYS, COLLECTOR],
  columns: [
    date('business_date', 'Tanggal', 'Date'),
    identifier('receipt', 'No. kwitansi', 'Receipt no.', { link: '/payments/{payment_id}' }),
    text('what', 'Jenis', 'What'),
    text('name', 'Nama', 'Name'),
    text('address', 'Alamat', 'Address'),
    text('collector', 'Penerima', 'Collector'),
    text('cashier', 'Kasir', 'Cashier'),
    rupiah('principal', 'Tagihan', 'Bill', { link: '/bills/{bill_id}' }),
    rupiah('stamp_duty', 'Meterai', 'Stamp duty'),
    rupiah('admin_fee', 'Admin', 'Fee'),
    rupiah('total', 'Total', 'Total'),
  ],
  opens: '/payments/{payment_id}',
  hidden: ['payment_id', 'bill_id'],
  sql: `SELECT s.business_date, s.payment_id, b.id AS bill_id, k.receipt_number AS receipt,
      (SELECT string_agg(l.label, ', ' ORDER BY l.seq) FROM tagihan_rincian l WHERE l.bill_id = b.id) AS what, c.name, c.address,
      i.name AS collector, ${CASHIER_OF} AS cashier, s.principal, s.stamp_duty, s.admin_fee, s.principal + s.stamp_duty + s.admin_fee AS total
    FROM ${SETTLED_BILLS} s JOIN tagihan b ON b.id = s.bill_id JOIN pelanggan c ON c.id = b.customer_id JOIN penerima i ON i.id = s.collector_id
      LEFT JOIN kwitansi k ON k.payment_id = s.payment_id
    WHERE b.kind = 'NONWATER' AND (:collector IS NULL OR s.collector_id = :collector::bigint)
    ORDER BY s.business_date, s.payment_id, s.sign DESC, b.id`,
  numbered: true,
  longest: { days: 366 },
  layout: 'LANDSCAPE',
};
