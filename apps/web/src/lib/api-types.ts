export interface PageMeta {
  page: number;
  page_size: number;
  total: number;
}
export interface Page<T> {
  data: T[];
  meta: PageMeta;
}
export interface ListQuery {
  page: number;
  page_size: number;
  sort?: string;
  q?: string;
}
export interface NamedRef {
  id: number;
  code: string;
  name: string;
}
export interface PersonRef {
  id: number;
  name: string;
}
export type Role = 'ADMIN_SUPER' | 'ADMIN_PDAM' | 'PETUGAS_METER' | 'MANAJER' | 'ADMIN_IT';
export interface User {
  id: number;
  username: string;
  name: string;
  email: string | null;
  role: Role;
  active: boolean;
  last_login_at: string | null;
  created_at: string;
  version: number;
}
export interface SessionRow {
  id: number;
  created_at: string;
  last_seen_at: string;
  user_agent: string;
  ip: string;
  current: boolean;
}
export interface Region {
  id: number;
  code: string;
  name: string;
  active: boolean;
  customer_count: number;
}
export interface Route {
  id: number;
  code: string;
  name: string;
  customer_count: number;
}
export interface TariffBlock {
  lower_m3: number;
  upper_m3: number | null;
  rate: number;
}
export interface FixedCharge {
  code: string;
  label: string;
  meter_size_mm: number | null;
  amount: number;
}
export interface Minimum {
  kind: 'NONE' | 'M3' | 'RUPIAH';
  value: number;
}
export type TariffVersionStatus = 'DRAFT' | 'PENDING' | 'ACTIVE' | 'REJECTED' | 'ARCHIVED';
export interface TariffVersion {
  id: number;
  version_no: number;
  status: TariffVersionStatus;
  legal_basis: string;
  valid_from: string;
  blocks: TariffBlock[];
  fixed_charges: FixedCharge[];
  minimum: Minimum;
  created_by: PersonRef;
  created_at: string;
  approval_id: number | null;
}
export type TariffGroup = 'I' | 'II' | 'III' | 'KHUSUS';
export interface Tariff {
  id: number;
  code: string;
  name: string;
  kelompok: TariffGroup;
  active: boolean;
  current_version: TariffVersion | null;
}
export interface TariffDetail extends Tariff {
  versions: TariffVersion[];
}
export interface PriceLine {
  kind: string;
  code: string;
  label: string;
  quantity: number;
  unit: string;
  rate: number;
  amount: number;
  formula: string;
}
export interface Quote {
  usage_m3: number;
  lines: PriceLine[];
  water_amount: number;
  fixed_amount: number;
  total: number;
  trace: string[];
  tariff_version: { id: number; legal_basis: string; valid_from: string };
}
export type CustomerState = 'CALON' | 'AKTIF' | 'SEGEL' | 'NONAKTIF';
export interface Meter {
  id: number;
  serial: string;
  digits: number;
  size_mm: number;
  installed_on: string | null;
  installed_stand: number;
}
export interface Customer {
  id: number;
  customer_number: string;
  name: string;
  address: string;
  phone: string | null;
  email: string | null;
  region: NamedRef;
  route: NamedRef;
  tariff: NamedRef;
  state: CustomerState;
  meter: Meter | null;
  open_bills: number;
  open_amount: number;
  credit_balance: number;
  registered_at: string;
  activated_at: string | null;
  version: number;
}
export interface CustomerHistoryEntry {
  id: number;
  at: string;
  actor: PersonRef | null;
  field: string;
  before: string | null;
  after: string | null;
  reason: string | null;
}
export type ReadingSeverity = 'OK' | 'WARNING' | 'ERROR';
export type ReadingStatus = 'RECORDED' | 'REREAD' | 'VERIFIED';
export interface Reading {
  id: number;
  customer: { id: number; customer_number: string; name: string; address: string; tariff_code: string };
  period: string;
  previous_stand: number;
  current_stand: number;
  usage_m3: number;
  method: 'ACTUAL' | 'ESTIMATED';
  condition_code: string;
  rollover: boolean;
  severity: ReadingSeverity;
  reasons: string[];
  status: ReadingStatus;
  read_at: string;
  read_by: PersonRef;
  note: string | null;
  version: number;
  verification: { decision: string; decided_by: PersonRef; decided_at: string; note: string | null } | null;
  quote_total: number | null;
}
export interface UsagePoint {
  period: string;
  usage_m3: number;
  method: 'ACTUAL' | 'ESTIMATED';
  days: number;
}
export interface ReadingContext {
  customer: Customer;
  meter: Meter | null;
  period: string;
  previous: { stand: number; period: string; usage_m3: number } | null;
  history: UsagePoint[];
  existing: Reading | null;
}
export interface ReadingPreview {
  usage_m3: number;
  anomalies: { severity: ReadingSeverity; reasons: string[] };
  quote: Quote;
}
export interface ReadingSummary {
  recorded: number;
  verified: number;
  reread: number;
  missing: number;
  by_severity: Record<ReadingSeverity, number>;
}
export interface BatchVerification {
  matched: number;
  verified: number;
  skipped: { id: number; reason: string }[];
  dry_run: boolean;
}
export type BillState = 'DRAFT' | 'ISSUED' | 'PAID' | 'CANCELLED';
export interface Bill {
  id: number;
  bill_number: string;
  customer: { id: number; customer_number: string; name: string };
  period: string;
  usage_m3: number;
  previous_stand: number;
  current_stand: number;
  water_amount: number;
  fixed_amount: number;
  principal: number;
  penalty: number;
  total: number;
  state: BillState;
  due_date: string;
  issued_at: string | null;
  paid_at: string | null;
  paid_by: number | null;
}
export interface PenaltyEntry {
  as_of: string;
  amount: number;
  cumulative: number;
  policy: string;
  trace: string[];
}
export interface BillDetail extends Bill {
  lines: PriceLine[];
  trace: string[];
  tariff_version: { id: number; legal_basis: string; valid_from: string; tariff_code: string };
  penalty_entries: PenaltyEntry[];
  payment: {
    id: number;
    receipt_number: string;
    channel: string;
    bank_name: string;
    posted_at: string;
  } | null;
}
export interface BillRunPreview {
  count: number;
  usage_m3: number;
  amount: number;
  previous_period: { count: number; usage_m3: number; amount: number };
  excluded: { reason: string; count: number }[];
  sample: Bill[];
}
export type BillRunStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'PARTIAL';
export interface BillRun {
  id: number;
  period: string;
  filter: { region_id?: number | null; tariff_id?: number | null };
  status: BillRunStatus;
  total: number;
  issued: number;
  failed: number;
  skipped: number;
  amount: number;
  created_by: PersonRef;
  created_at: string;
  started_at: string | null;
  finished_at: string | null;
  failures: { bill_number: string; reason: string }[];
}
export type PaymentStatus = 'POSTED' | 'REVERSED';
export interface Payment {
  id: number;
  kind: string;
  receipt_number: string;
  bank: NamedRef;
  bank_reference: string;
  customer: { id: number; customer_number: string; name: string } | null;
  channel: string;
  bill_amount: number;
  stamp_duty: number;
  admin_fee: number;
  total_amount: number;
  bank_amount: number;
  paid_at: string;
  posted_at: string;
  business_date: string;
  status: PaymentStatus;
  reversed_at: string | null;
}
export interface PaymentDetail extends Payment {
  allocations: {
    kind: string;
    bill_number: string | null;
    period: string | null;
    principal: number;
    penalty: number;
    amount: number;
  }[];
  journal: { account: string; account_name: string; debit: number; credit: number }[];
  timeline: { at: string; kind: string; title: string; detail: string | null }[];
  receipt_url: string | null;
  reversal_request: { approval_id: number; status: ApprovalStatus } | null;
}
export type ApprovalStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
export interface Approval {
  id: number;
  kind: string;
  subject: string;
  summary: string;
  payload: Record<string, unknown>;
  status: ApprovalStatus;
  made_by: PersonRef;
  made_at: string;
  decided_by: PersonRef | null;
  decided_at: string | null;
  reason: string | null;
  decision_note: string | null;
  can_decide: boolean;
}
export interface Notice {
  id: number;
  kind: string;
  title: string;
  body: string;
  link: string | null;
  created_at: string;
  read_at: string | null;
}
export interface Dashboard {
  as_of: string;
  period: string;
  bills: {
    open_count: number;
    open_amount: number;
    issued_this_period: number;
    paid_this_period: number;
    collection_rate: number;
  };
  payments_today: {
    count: number;
    amount: number;
    by_channel: { channel: string; count: number; amount: number }[];
  };
  arrears: { count: number; amount: number; aging: { bucket: string; count: number; amount: number }[] };
  trend: { date: string; count: number; amount: number }[];
  monthly: { period: string; billed: number; collected: number }[];
  queues: { to_verify: number; to_issue: number; approvals: number; open_cases: number };
  notices: Notice[];
}
export interface ActivityEntry {
  id: number;
  at: string;
  actor: { kind: string; id: number | null; name: string | null };
  action: string;
  entity_type: string;
  entity_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  request_id: string | null;
  ip: string | null;
  sealed: boolean;
}
export interface PublicInfo {
  utility: { name: string; address: string; phone: string; hours: string };
  zone: string;
  zone_label: string;
  business_date: string;
  server_time: string;
  sandbox: boolean;
}
