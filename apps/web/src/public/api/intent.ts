import type { PublicInstructionDto, ReceiptBankDto } from '@tirtapay/api-client';

export type IntentStatus = 'PENDING' | 'PAID' | 'EXPIRED' | 'CANCELLED' | 'PAID_ELSEWHERE';

/** A payment code: a virtual account number or a QRIS code for fixed bills, amount and time. */
export interface Intent {
  intent_token: string;
  method: 'VA' | 'QRIS';
  status: IntentStatus;
  bank: ReceiptBankDto;
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
  instructions: PublicInstructionDto[];
}
