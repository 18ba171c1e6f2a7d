import { count, identifier, period, REGION, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { largestArrears } from './arrears-of-customers';

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
    // Beside the name, where a panel of the dashboard still shows it.
    rupiah('amount', 'Tunggakan', 'Owed'),
    count('sheets', 'Lembar', 'Bills'),
    text('region', 'Wilayah', 'Region'),
    period('oldest', 'Sejak', 'Since'),
  ],
  opens: '/bills?customer_id={customer_id}&state=ISSUED&overdue=true',
  hidden: ['customer_id'],
  // The names of twenty, not of everybody who owes.
  sql: `WITH owing AS (SELECT t.customer_id, t.oldest, t.sheets, t.principal + t.penalty AS amount FROM ${largestArrears(20)} t)
    SELECT c.id AS customer_id, c.customer_number, c.name, w.name AS region, o.oldest, o.sheets, o.amount
    FROM owing o JOIN pelanggan c ON c.id = o.customer_id JOIN wilayah w ON w.id = c.region_id
    ORDER BY o.amount DESC, c.id`,
  numbered: true,
  layout: 'PORTRAIT',
};
