import { CODE_NAMES } from '@tirtapay/domain';
import { count, date, DAYS, moment, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';

const acts = (areas: readonly string[]) =>
  `count(*) FILTER (WHERE split_part(l.action, '.', 1) IN (${areas.map((area) => `'${area}'`).join(', ')}))`;

const MONEY = ['payment', 'sale', 'shift', 'drawer', 'receipt', 'credit', 'reconciliation'];
const BILLING = ['reading', 'bill', 'bill_run', 'penalty', 'meter'];
const DECISIONS = ['approval', 'case'];
const MASTER = [
  'customer',
  'region',
  'route',
  'tariff',
  'tariff_version',
  'user',
  'bank',
  'bank_key',
  'partner',
];

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
    count('acts', 'Semua', 'All'),
    moment('first_at', 'Pertama', 'First'),
    moment('last_at', 'Terakhir', 'Last'),
  ],
  opens: '/activity?actor_id={person_id}&from={business_date}&to={business_date}',
  hidden: ['person_id'],
  sql: `SELECT (l.at AT TIME ZONE :zone)::date AS business_date, u.id AS person_id, u.name AS person, u.role,
      ${acts(MONEY)} AS money, ${acts(BILLING)} AS billing, ${acts(DECISIONS)} AS decisions, ${acts(MASTER)} AS master,
      ${acts(['security'])} AS security, count(*) AS acts, min(l.at) AS first_at, max(l.at) AS last_at
    FROM log_aktivitas l JOIN orang u ON u.id = l.actor_id
    WHERE l.actor_kind = 'USER' AND l.at >= (:from::date)::timestamp AT TIME ZONE :zone
      AND l.at < (:to::date + 1)::timestamp AT TIME ZONE :zone
    GROUP BY 1, u.id, u.name, u.role ORDER BY 1, u.name, u.id`,
  longest: { days: 92 },
  layout: 'LANDSCAPE',
};
