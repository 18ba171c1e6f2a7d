import { count, identifier, oneOf, period, REGION, rupiah, text, words } from '../columns';
import type { ReportDefinition } from '../report';
import { ARREARS } from './arrears-of-customers';
import { SHEET_BUCKETS, SHEET_CHOICES } from './sheet-buckets';

/** What a collector takes along: whom to visit, street by street. */
export const COLLECTION_LIST_REPORT: ReportDefinition = {
  key: 'collection-list',
  group: 'ARREARS',
  title: words('Daftar penagihan tunggakan', 'Collection list'),
  about: words(
    'Pelanggan dengan rekening lewat jatuh tempo hari ini menurut urutan jalan rutenya; pokok dan denda.',
    'Customers with bills past due today in the order their route is walked; principal and penalty.',
  ),
  permission: 'bill.read',
  parameters: [REGION, oneOf('sheets', 'Jumlah lembar', 'Number of bills', SHEET_CHOICES)],
  columns: [
    text('area', 'Wilayah', 'Region'),
    identifier('route', 'Rute', 'Route'),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('address', 'Alamat', 'Address'),
    text('tariff', 'Gol', 'Cat.'),
    period('oldest', 'Sejak', 'Since'),
    count('bills', 'Lembar', 'Bills'),
    rupiah('principal', 'Pokok', 'Principal'),
    rupiah('penalty', 'Denda', 'Penalty'),
    rupiah('amount', 'Jumlah', 'Amount'),
  ],
  opens: '/bills?customer_id={customer_id}&state=ISSUED&overdue=true',
  hidden: ['customer_id', 'region_id'],
  sql: `SELECT w.name AS area, w.id AS region_id, x.code AS route, c.id AS customer_id, c.customer_number, c.name, c.address, t.code AS tariff, l.oldest, l.sheets AS bills,
      l.principal, l.penalty, l.principal + l.penalty AS amount
    FROM ${ARREARS} l JOIN pelanggan c ON c.id = l.customer_id JOIN wilayah w ON w.id = c.region_id JOIN rute x ON x.id = c.route_id
      JOIN tarif t ON t.id = c.tariff_id LEFT JOIN urutan_rute u ON u.customer_id = c.id AND u.route_id = c.route_id
    WHERE :sheets IS NULL OR EXISTS (SELECT FROM (VALUES ${SHEET_BUCKETS}) AS k (place, bucket, sheets, least, most)
      WHERE k.bucket = :sheets AND l.sheets BETWEEN k.least AND k.most)
    ORDER BY w.name, w.id, x.code, u.position NULLS LAST, c.customer_number`,
  groupBy: 'area',
  groupKey: 'region_id',
  numbered: true,
  layout: 'LANDSCAPE',
};
