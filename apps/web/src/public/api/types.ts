/** One open bill ("lembar") as its owner may see it. */
export interface Sheet {
  bill_number: string;
  period: string;
  period_name: string;
  previous_stand: number;
  current_stand: number;
  usage_m3: number;
  estimated: boolean;
  lines: ChargeLine[];
  water_amount: number;
  fixed_amount: number;
  principal: number;
  penalty: number;
  penalty_reason: string | null;
  total: number;
  due_date: string;
}

export interface ChargeLine {
  label: string;
  quantity: number;
  unit: string;
  rate: number;
  amount: number;
}

export interface MonthUsage {
  period: string;
  usage_m3: number;
  estimated: boolean;
}

export interface Inquiry {
  token: string;
  expires_at: string;
  customer: { customer_number: string; name: string; address: string; tariff_category: string };
  bills: Sheet[];
  bill_amount: number;
  stamp_duty: number;
  paid_recently: { period: string; paid_at: string; receipt_url?: string | null }[];
  history?: MonthUsage[];
}

export interface BankName {
  code: string;
  name: string;
}

export interface PaymentMethod {
  method: 'TELLER' | 'VA' | 'QRIS';
  bank: BankName;
  admin_fee: number;
  total_amount: number;
  available: boolean;
  reason: string | null;
  valid_for_minutes: number | null;
}

export interface TellerInstructions {
  bank: BankName;
  steps: string[];
  pay_code: string;
  admin_fee: number;
}

export type IntentStatus = 'PENDING' | 'PAID' | 'EXPIRED' | 'CANCELLED' | 'PAID_ELSEWHERE';

export interface Intent {
  intent_token: string;
  method: 'VA' | 'QRIS';
  status: IntentStatus;
  bank: BankName;
  amount: number;
  bill_amount: number;
  stamp_duty: number;
  admin_fee: number;
  expires_at: string;
  server_time: string;
  va_number: string | null;
  qr_payload: string | null;
  merchant_name: string | null;
  nmid: string | null;
  receipt_token: string | null;
  instructions: { channel: string; label: string; steps: string[] }[];
}

export interface Receipt {
  receipt_number: string;
  payment_id: number;
  utility: { name: string; address: string; phone: string };
  customer: { customer_number: string; name: string; address: string };
  bills: {
    bill_number: string;
    period: string;
    period_name: string;
    previous_stand: number;
    current_stand: number;
    usage_m3: number;
    principal: number;
    penalty: number;
    total: number;
  }[];
  bill_amount: number;
  stamp_duty: number;
  admin_fee: number;
  total_amount: number;
  terbilang: string;
  channel: string;
  bank: BankName;
  bank_reference: string;
  paid_at: string;
  posted_at: string;
  status: 'POSTED' | 'REVERSED';
  verification_url: string;
  pdf_url: string;
}

export interface Verification {
  valid: boolean;
  status: 'POSTED' | 'REVERSED' | null;
  receipt_number: string | null;
  total_amount: number | null;
  period_names: string[];
  customer_name: string | null;
  posted_at: string | null;
}

export interface PublicInfo {
  utility: { name: string; address: string; phone: string; hours: string };
  zone: string;
  zone_label: string;
  business_date: string;
  server_time: string;
  sandbox: boolean;
}

export interface PublicTariff {
  code: string;
  name: string;
  kelompok: string;
  legal_basis: string;
  valid_from: string;
  blocks: { lower_m3: number; upper_m3: number | null; rate: number }[];
  fixed_charges: { code: string; label: string; meter_size_mm: number | null; amount: number }[];
  minimum: { kind: 'NONE' | 'M3' | 'RUPIAH'; value: number };
}

export interface TariffQuote {
  usage_m3: number;
  lines: (ChargeLine & { kind: string; code: string; formula: string })[];
  water_amount: number;
  fixed_amount: number;
  total: number;
  trace: string[];
  tariff_version: { id: number; legal_basis: string; valid_from: string };
}
