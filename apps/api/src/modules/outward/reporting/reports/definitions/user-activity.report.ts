import { CODE_NAMES } from '@tirtapay/domain';
import { count, date, DAYS, moment, text, word, words } from '../columns';
import type { ReportDefinition } from '../report';

type Kind = 'MONEY' | 'BILLING' | 'DECISIONS' | 'MASTER' | 'SECURITY';

/** What an act is about, by how its action begins. What is not here stands in a column of its own: kinds add up to all. */
export const KIND_OF_AREA: Readonly<Record<string, Kind>> = {
  payment: 'MONEY',
  sale: 'MONEY',
  stamp_duty: 'MONEY',
  shift: 'MONEY',
  drawer: 'MONEY',
  receipt: 'MONEY',
  credit: 'MONEY',
  deposit: 'MONEY',
  intent: 'MONEY',
  supplier: 'MONEY',
  reconciliation: 'MONEY',
  settlement_file: 'MONEY',
  takeover: 'MONEY',
  reading: 'BILLING',
  bill: 'BILLING',
  bill_run: 'BILLING',
  penalty: 'BILLING',
  meter: 'BILLING',
  meter_check: 'BILLING',
  charge: 'BILLING',
  waiver: 'BILLING',
  instalment: 'BILLING',
  dispute: 'BILLING',
  approval: 'DECISIONS',
  case: 'DECISIONS',
  customer: 'MASTER',
  region: 'MASTER',
  route: 'MASTER',
  tariff: 'MASTER',
  tariff_version: 'MASTER',
  penalty_policy: 'MASTER',
  due_rule: 'MASTER',
  user: 'MASTER',
  bank: 'MASTER',
  bank_key: 'MASTER',
  bank_holiday: 'MASTER',
  settlement_terms: 'MASTER',
  file_mapping: 'MASTER',
  partner: 'MASTER',
  counter: 'MASTER',
  pay_point: 'MASTER',
  ppob_service: 'MASTER',
  ppob_price: 'MASTER',
  letterhead: 'MASTER',
  security: 'SECURITY',
};

const area = "split_part(l.action, '.', 1)";
const named = (areas: readonly string[]) => areas.map((one) => `'${one}'`).join(', ');
const AREAS = Object.keys(KIND_OF_AREA);
const acts = (kind: Kind) =>
  `count(*) FILTER (WHERE ${area} IN (${named(AREAS.filter((one) => KIND_OF_AREA[one] === kind))}))`;
const OTHER = `count(*) FILTER (WHERE ${area} NOT IN (${named(AREAS)}))`;

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
