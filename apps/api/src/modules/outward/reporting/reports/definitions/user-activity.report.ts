import { CODE_NAMES } from '@tirtapay/domain';
import { count, date, DAYS, moment, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';

const area = "split_part(l.action, '.', 1)";
const named = (areas: readonly string[]) => areas.map((one) => `'${one}'`).join(', ');
const acts = (kind: keyof typeof AREAS) => `count(*) FILTER (WHERE ${area} IN (${named(AREAS[kind])}))`;

/** What an act is about, by how its action begins. What is in none of them stands in a column of its own: kinds add up to all. */
export const AREAS = {
  MONEY: [
    'payment',
    'sale',
    'shift',
    'drawer',
    'receipt',
    'credit',
    'deposit',
    'intent',
    'supplier',
    'reconciliation',
    'settlement_file',
    'takeover',
  ],
  BILLING: [
    'reading',
    'bill',
    'bill_run',
    'penalty',
    'meter',
    'meter_check',
    'charge',
    'waiver',
    'instalment',
    'dispute',
  ],
  DECISIONS: ['approval', 'case'],
  MASTER: [
    'customer',
    'region',
    'route',
    'tariff',
    'tariff_version',
    'penalty_policy',
    'due_rule',
    'user',
    'bank',
    'bank_key',
    'bank_holiday',
    'settlement_terms',
    'file_mapping',
    'partner',
    'counter',
    'pay_point',
    'ppob_service',
    'ppob_price',
    'letterhead',
  ],
  SECURITY: ['security'],
} as const;
const OTHER = `count(*) FILTER (WHERE ${area} NOT IN (${named(Object.values(AREAS).flat())}))`;

export const USER_ACTIVITY_REPORT: ReportDefinition = {
  key: 'user-activity',
  group: 'WORK',
  title: words('Aktivitas pengguna', 'Activity of users'),
  about: words(
    'Apa yang dikerjakan setiap pegawai setiap hari menurut log aktivitas, dengan tindakan pertama dan terakhirnya.',
    'What each member of staff did each day by the audit trail, with the first and the last act.',
  ),
  permission: 'audit.read',
  parameters: DAYS,
  columns: [
    date('business_date', 'Tanggal', 'Date'),
    text('person', 'Pengguna', 'User'),
    word('role', 'Peran', 'Role', CODE_NAMES.role),
    count('money', 'Uang', 'Money'),
    count('billing', 'Catat dan rekening', 'Readings and bills'),
    count('decisions', 'Keputusan', 'Decisions'),
    count('master', 'Data induk', 'Master data'),
    count('security', 'Keamanan', 'Security'),
    count('other', 'Lainnya', 'Other'),
    count('acts', 'Semua', 'All'),
    moment('first_at', 'Pertama', 'First'),
    moment('last_at', 'Terakhir', 'Last'),
  ],
  opens: '/activity?actor_id={person_id}&from={business_date}&to={business_date}',
  hidden: ['person_id'],
  sql: `SELECT (l.at AT TIME ZONE :zone)::date AS business_date, u.id AS person_id, u.name AS person, u.role,
      ${acts('MONEY')} AS money, ${acts('BILLING')} AS billing, ${acts('DECISIONS')} AS decisions, ${acts('MASTER')} AS master,
      ${acts('SECURITY')} AS security, ${OTHER} AS other, count(*) AS acts, min(l.at) AS first_at, max(l.at) AS last_at
    FROM log_aktivitas l JOIN orang u ON u.id = l.actor_id
    WHERE l.actor_kind = 'USER' AND l.at >= (:from::date)::timestamp AT TIME ZONE :zone
      AND l.at < (:to::date + 1)::timestamp AT TIME ZONE :zone
    GROUP BY 1, u.id, u.name, u.role ORDER BY 1, u.name, u.id`,
  longest: { days: 92 },
  layout: 'LANDSCAPE',
};
