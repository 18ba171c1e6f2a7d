import { choice, count, DAYS, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { SALE_STANDS } from './sale-stands';

const SALES =
  '/ppob/transactions?service_code={service_code?}&collector_id={collector_id?}&from={first_day}&to={last_day}';

export const PPOB_REPORT: ReportDefinition = {
  key: 'ppob',
  group: 'COUNTER',
  title: words('Penjualan PPOB per layanan dan mitra', 'PPOB sales by service and partner'),
  about: words(
    'Penjualan menurut tanggal buku uangnya diterima. Harga pemasok, biaya, dan margin hanya dari yang sudah diserahkan; yang dikembalikan berdiri sendiri.',
    'Sales by the business date their money was taken. Cost, fees and margin are of what was delivered; what was given back stands apart.',
  ),
  permission: 'ppob.read',
  parameters: [
    choice('by', 'Menurut', 'By', {
      SERVICE: words('Layanan', 'Service'),
      SELLER: words('Mitra atau loket', 'Partner or counter'),
      DAY: words('Hari', 'Day'),
    }),
    ...DAYS,
  ],
  columns: [
    text('heading', 'Uraian', 'What'),
    count('sales', 'Penjualan', 'Sales'),
    count('delivered', 'Diserahkan', 'Delivered', { link: `${SALES}&status=SUCCESS` }),
    count('refunded', 'Penjualan dikembalikan', 'Sales given back', { link: `${SALES}&status=REFUNDED` }),
    count('waiting', 'Belum selesai', 'Not over', { link: `${SALES}&status=PENDING` }),
    count('failed', 'Gagal, belum dikembalikan', 'Failed, not given back', {
      link: `${SALES}&status=FAILED`,
    }),
    rupiah('total', 'Uang diterima', 'Money taken'),
    rupiah('given_back', 'Uang dikembalikan', 'Money given back', { link: `${SALES}&status=REFUNDED` }),
    rupiah('principal', 'Pokok diserahkan', 'Principal delivered', { link: `${SALES}&status=SUCCESS` }),
    rupiah('cost', 'Harga pemasok', 'Cost'),
    rupiah('margin', 'Margin', 'Margin'),
    rupiah('fee', 'Biaya admin', 'Fees', { link: `${SALES}&status=SUCCESS` }),
  ],
  opens: SALES,
  hidden: ['service_code', 'collector_id', 'first_day', 'last_day'],
  sql: `SELECT CASE :by WHEN 'SERVICE' THEN v.name WHEN 'SELLER' THEN i.name ELSE j.business_date::text END AS heading,
      CASE :by WHEN 'SERVICE' THEN min(v.code) END AS service_code, CASE :by WHEN 'SELLER' THEN min(i.id) END AS collector_id,
      min(CASE :by WHEN 'DAY' THEN j.business_date ELSE :from::date END) AS first_day,
      max(CASE :by WHEN 'DAY' THEN j.business_date ELSE :to::date END) AS last_day, count(*) AS sales,
      count(*) FILTER (WHERE x.state = 'SUCCESS') AS delivered, count(*) FILTER (WHERE x.state = 'REFUNDED') AS refunded,
      count(*) FILTER (WHERE x.state = 'PENDING') AS waiting, count(*) FILTER (WHERE x.state = 'FAILED') AS failed, sum(t.principal + t.admin_fee)::bigint AS total,
      coalesce(sum(t.principal + t.admin_fee) FILTER (WHERE x.state = 'REFUNDED'), 0)::bigint AS given_back,
      coalesce(sum(t.principal) FILTER (WHERE x.state = 'SUCCESS'), 0)::bigint AS principal,
      coalesce(sum(coalesce(t.cost, t.principal)) FILTER (WHERE x.state = 'SUCCESS'), 0)::bigint AS cost,
      coalesce(sum(t.principal - coalesce(t.cost, t.principal)) FILTER (WHERE x.state = 'SUCCESS'), 0)::bigint AS margin,
      coalesce(sum(t.admin_fee) FILTER (WHERE x.state = 'SUCCESS'), 0)::bigint AS fee
    FROM transactions t JOIN services v ON v.id = t.service_id JOIN penerima i ON i.id = t.collector_id ${SALE_STANDS}
    JOIN jurnal j ON (j.entity_type = 'transactions' AND j.entity_id = t.id AND j.event = 'sale.held')
      OR (j.entity_type = 'pembayaran' AND j.entity_id = t.payment_id)
    WHERE j.business_date BETWEEN :from::date AND :to::date
    GROUP BY 1, CASE :by WHEN 'SERVICE' THEN v.id WHEN 'SELLER' THEN i.id END ORDER BY 1, min(i.id)`,
  longest: { days: 366 },
  layout: 'LANDSCAPE',
};
