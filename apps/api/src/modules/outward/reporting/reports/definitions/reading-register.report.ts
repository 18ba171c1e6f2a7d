import { CODE_NAMES } from '@tirtapay/domain';
import { date, identifier, oneOf, period, PERIODS, READER, text, volume, word, words } from '../columns';
import type { ReportDefinition } from '../report';

/** The columns of the performance of readers, each as a condition of readings `r`. */
const KINDS = {
  ACTUAL: [words('Dari meter', 'From the meter'), "r.method = 'ACTUAL'"],
  ESTIMATED: [words('Taksiran', 'Estimated'), "r.method <> 'ACTUAL'"],
  PHOTO: [words('Berfoto', 'With a photo'), 'EXISTS (SELECT FROM foto_meter f WHERE f.reading_id = r.id)'],
  DOUBTFUL: [words('Meragukan', 'Doubtful'), "r.severity <> 'OK'"],
  REREAD: [
    words('Baca ulang', 'To be read again'),
    "EXISTS (SELECT FROM verification v WHERE v.reading_id = r.id AND v.decision = 'REREAD')",
  ],
  VERIFIED: [words('Terverifikasi', 'Verified'), "r.status = 'VERIFIED'"],
  ZERO: [words('Pakai nol', 'No usage'), 'r.usage_m3 = 0'],
} as const;

const wanted = Object.entries(KINDS)
  .map(([kind, [, where]]) => `WHEN '${kind}' THEN ${where}`)
  .join(' ');

export const READING_REGISTER_REPORT: ReportDefinition = {
  key: 'reading-register',
  group: 'WORK',
  title: words('Register catatan meter', 'Register of readings'),
  about: words(
    'Catatan meter satu per satu, menurut siapa yang membaca dan bagaimana; yang dikoreksi berdiri dengan penggantinya saja.',
    'Readings one by one, by who took them and how; of those corrected only what took their place.',
  ),
  permission: 'reading.read',
  parameters: [
    ...PERIODS,
    READER,
    oneOf(
      'kind',
      'Catatan',
      'Readings',
      Object.fromEntries(Object.entries(KINDS).map(([kind, [title]]) => [kind, title])),
    ),
  ],
  columns: [
    period('period', 'Periode', 'Period'),
    identifier('customer_number', 'No. pelanggan', 'Customer no.', { link: '/customers/{customer_id}' }),
    text('name', 'Nama', 'Name'),
    text('reader_name', 'Pencatat', 'Reader'),
    date('read_on', 'Dibaca', 'Read on'),
    word('method', 'Cara baca', 'Method', CODE_NAMES.readingMethod),
    // Stands of different meters add up to nothing.
    text('previous_stand', 'Stan lalu', 'From'),
    text('current_stand', 'Stan kini', 'To'),
    volume('usage_m3', 'Pakai m³', 'Usage m³'),
  ],
  opens: '/readings?period={period}&customer_id={customer_id}',
  hidden: ['customer_id'],
  sql: `SELECT r.period, c.id AS customer_id, c.customer_number, c.name, coalesce(u.name, '-') AS reader_name,
      (r.read_at AT TIME ZONE :zone)::date AS read_on, r.method, r.previous_stand::text AS previous_stand,
      r.current_stand::text AS current_stand, r.usage_m3
    FROM meter_reading r JOIN pelanggan c ON c.id = r.customer_id LEFT JOIN orang u ON u.id = r.read_by
    WHERE r.period BETWEEN :from AND :to AND r.status <> 'CORRECTED' AND (:reader IS NULL OR r.read_by = :reader::bigint)
      AND CASE coalesce(:kind, '') WHEN '' THEN true ${wanted} END
    ORDER BY r.period, u.name NULLS FIRST, r.read_at, r.id`,
  numbered: true,
  longest: { periods: 12 },
  layout: 'LANDSCAPE',
};
