import { count, identifier, period, REGION, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';

export const TOP_ARREARS_REPORT: ReportDefinition = {
  key: 'top-arrears',
  group: 'ARREARS',
  title: words('Dua puluh penunggak terbesar', 'The twenty largest arrears'),
  about: words(
    'Pelanggan dengan tunggakan lewat jatuh tempo terbesar hari ini, pokok dan denda.',
    'Customers who owe most past its due day today, principal and penalty.',
  ),
  permission: 'bill.read',
  parameters: [REGION],
  columns: [
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('region', 'Wilayah', 'Region'),
    period('oldest', 'Sejak', 'Since'),
    count('sheets', 'Lembar', 'Bills', {
      link: '/bills?customer_id={customer_id}&state=ISSUED&overdue=true',
    }),
    rupiah('amount', 'Tunggakan', 'Owed'),
  ],
  hidden: ['customer_id'],
  sql: `SELECT c.id AS customer_id, c.customer_number, c.name, w.name AS region, min(b.period) AS oldest, count(*) AS sheets,
      sum(b.principal + coalesce(d.amount - d.waived, 0))::bigint AS amount
    FROM tagihan b LEFT JOIN denda d ON d.bill_id = b.id JOIN pelanggan c ON c.id = b.customer_id JOIN wilayah w ON w.id = c.region_id
    WHERE b.state = 'ISSUED' AND b.due_date < :today::date AND (:region IS NULL OR c.region_id = :region::bigint)
    GROUP BY c.id, w.name ORDER BY amount DESC, c.id LIMIT 20`,
  numbered: true,
  layout: 'PORTRAIT',
};
