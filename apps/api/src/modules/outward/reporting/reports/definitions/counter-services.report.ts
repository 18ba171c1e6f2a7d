import { count, date, DAYS, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { SALE_STANDS } from './sale-stands';

const SALES =
  '/ppob/transactions?service_code={service_code}&collector_id={collector_id}&from={business_date}&to={business_date}';

/** As the list of sales adds it up: what failed is to be given back. */
const kept = (amount: string) =>
  `coalesce(sum(${amount}) FILTER (WHERE x.state NOT IN ('FAILED', 'REFUNDED')), 0)::bigint`;

export const COUNTER_SERVICES_REPORT: ReportDefinition = {
  key: 'counter-services',
  group: 'COUNTER',
  title: words('Penjualan PPOB loket per layanan', 'PPOB sales of counters per service'),
  about: words(
    'Layanan yang dijual tunai di loket menurut hari penjualan; rupiahnya tanpa yang gagal dan tanpa yang uangnya sudah dikembalikan.',
    'Services sold for cash at counters by day of sale; amounts are without those that failed and those whose money was given back.',
  ),
  permission: 'counter.read',
  parameters: DAYS,
  columns: [
    date('business_date', 'Tanggal buku', 'Business date'),
    text('drawer', 'Loket', 'Counter'),
    text('service', 'Layanan', 'Service'),
    count('sales', 'Penjualan', 'Sales'),
    count('refunded', 'Dikembalikan', 'Given back', { link: `${SALES}&status=REFUNDED` }),
    count('waiting', 'Belum selesai', 'Not over', { link: `${SALES}&status=PENDING` }),
    count('failed', 'Gagal, belum dikembalikan', 'Failed, not given back', {
      link: `${SALES}&status=FAILED`,
    }),
    rupiah('principal', 'Pokok', 'Principal'),
    rupiah('fee', 'Biaya admin', 'Fee'),
    rupiah('total', 'Total', 'Total'),
  ],
  // A sale is held by a journal of its own day; PDAM for a customer of ours is a payment of that day.
  opens: SALES,
  hidden: ['service_code', 'collector_id'],
  sql: `SELECT j.business_date, v.code AS service_code, t.collector_id, k.name AS drawer, v.name AS service, count(*)::int AS sales,
      count(*) FILTER (WHERE x.state = 'REFUNDED')::int AS refunded, count(*) FILTER (WHERE x.state = 'PENDING')::int AS waiting,
      count(*) FILTER (WHERE x.state = 'FAILED')::int AS failed, ${kept('t.principal')} AS principal, ${kept('t.admin_fee')} AS fee,
      ${kept('t.principal + t.admin_fee')} AS total
    FROM transactions t JOIN services v ON v.id = t.service_id JOIN shift_kas s ON s.id = t.shift_id JOIN loket_kas k ON k.id = s.drawer_id ${SALE_STANDS}
    JOIN jurnal j ON (j.entity_type = 'transactions' AND j.entity_id = t.id AND j.event = 'sale.held')
      OR (j.entity_type = 'pembayaran' AND j.entity_id = t.payment_id)
    WHERE j.business_date BETWEEN :from::date AND :to::date
    GROUP BY 1, v.id, v.code, v.name, t.collector_id, k.id, k.name ORDER BY 1, k.name, v.name`,
  layout: 'LANDSCAPE',
};
