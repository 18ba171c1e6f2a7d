import type { ReportDefinition } from '../report';

export const PAYMENTS_REPORT: ReportDefinition = {
  key: 'payments',
  title: { id: 'Penerimaan per hari, bank dan kanal', en: 'Receipts per day, bank and channel' },
  about: {
    id: 'Pembayaran menurut tanggal buku, tanpa yang dibatalkan dan tanpa biaya admin bank.',
    en: 'Payments by business date, without those reversed and without the fee the bank keeps.',
  },
  permission: 'payment.read',
  parameters: [
    { name: 'from', title: { id: 'Dari tanggal', en: 'From' }, kind: 'DATE' },
    { name: 'to', title: { id: 'Sampai tanggal', en: 'To' }, kind: 'DATE' },
  ],
  columns: [
    { key: 'business_date', title: { id: 'Tanggal buku', en: 'Business date' }, cell: 'DATE' },
    { key: 'bank', title: { id: 'Penerima', en: 'Collector' }, cell: 'TEXT' },
    { key: 'channel', title: { id: 'Kanal', en: 'Channel' }, cell: 'CHANNEL' },
    { key: 'payments', title: { id: 'Pembayaran', en: 'Payments' }, cell: 'COUNT' },
    { key: 'amount', title: { id: 'Jumlah', en: 'Amount' }, cell: 'RUPIAH' },
  ],
  sql: `SELECT p.business_date, i.name AS bank, p.channel, sum(p.payments)::bigint AS payments, sum(p.amount)::bigint AS amount
    FROM penerimaan_harian p JOIN penerima i ON i.id = p.collector_id
    WHERE $1::date IS NOT NULL AND p.business_date BETWEEN $2 AND $3
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  layout: 'PORTRAIT',
};
