import type { Clock } from '../../../platform/clock';
import type { BankProfile } from '../../bank-gateway';
import { instructionsOf } from '../public/public-methods.service';
import type { PublicIntentDto, PublicIntentStatus } from './intent.dto';
import type { IntentRecord } from './intent-record';

/** What the payer is told. A checkout whose time is over is over, also before the janitor has written it down. */
export function publicStatus(intent: IntentRecord, now: number): PublicIntentStatus {
  switch (intent.status) {
    case 'PENDING':
      return intent.expires_at.getTime() <= now ? 'EXPIRED' : 'PENDING';
    case 'PAID':
      return intent.reversed ? 'CANCELLED' : 'PAID';
    case 'CANCELLED':
      return intent.closed_reason === 'PAID_ELSEWHERE' ? 'PAID_ELSEWHERE' : 'CANCELLED';
    case 'EXPIRED':
      return 'EXPIRED';
  }
}

/** Account and code are shown only while they can be paid. */
export function intentView(
  intent: IntentRecord,
  bank: BankProfile | null,
  clock: Clock,
  language: 'id' | 'en',
): PublicIntentDto {
  const now = clock.now();
  const status = publicStatus(intent, now);
  const payable = status === 'PENDING' && intent.bank_state === 'DONE';
  return {
    intent_token: intent.token,
    method: intent.method,
    status,
    bank: { code: intent.bank_code, name: intent.bank_name },
    amount: intent.amount,
    bill_amount: intent.bill_amount,
    stamp_duty: intent.stamp_duty,
    admin_fee: intent.admin_fee,
    expires_at: clock.textOf(intent.expires_at),
    server_time: clock.text(now),
    va_number: payable ? intent.virtual_account_number : null,
    qr_payload: payable ? intent.payload : null,
    merchant_name: payable ? intent.merchant_name : null,
    nmid: payable ? intent.nmid : null,
    receipt_token: status === 'PAID' ? intent.receipt_token : null,
    instructions: bank === null ? [] : instructionsOf(bank, language, intent.method),
  };
}
