import { maskName } from '@tirtapay/domain';
import type { Clock } from '../../../platform/clock';
import type { BankProfile } from '../../bank-gateway/registry';
import { instructionsOf } from './instructions';
import { INQUIRY_LIFE_MILLISECONDS, type PublicTokens } from './public-token';
import type { PublicCancelReason, PublicIntentDto, PublicIntentStatus } from './checkout.dto';
import type { IntentRecord } from './checkout-record';

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

/**
 * The way back to the bills for whoever was sent the link of the checkout: always the same until a day after its end, so
 * that an old link does not open the bills of a household for ever.
 */
function wayBack(intent: IntentRecord, tokens: PublicTokens, now: number): string | null {
  const until = (intent.closed_at ?? intent.expires_at).getTime() + INQUIRY_LIFE_MILLISECONDS;
  return until <= now ? null : tokens.seal(intent.customer_number, until).token;
}

function cancelReason(intent: IntentRecord, status: PublicIntentStatus): PublicCancelReason | null {
  if (status !== 'CANCELLED') return null;
  if (intent.reversed) return 'REVERSED';
  const reason = intent.closed_reason;
  return reason === 'BILLS_CHANGED' || reason === 'BANK_REFUSED' ? reason : 'REPLACED';
}

interface ViewTools {
  readonly clock: Clock;
  readonly tokens: PublicTokens;
  readonly language: 'id' | 'en';
}

/** Account and code are shown only while they can be paid. */
export function intentView(
  intent: IntentRecord,
  bank: BankProfile | null,
  { clock, tokens, language }: ViewTools,
): PublicIntentDto {
  const now = clock.now();
  const status = publicStatus(intent, now);
  const payable = status === 'PENDING' && intent.bank_state === 'DONE';
  return {
    intent_token: intent.token,
    method: intent.method,
    status,
    cancel_reason: cancelReason(intent, status),
    bank: { code: intent.bank_code, name: intent.bank_name },
    customer: { customer_number: intent.customer_number, name: maskName(intent.customer_name) },
    periods: [...intent.periods],
    inquiry_token: status === 'PAID' ? null : wayBack(intent, tokens, now),
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
