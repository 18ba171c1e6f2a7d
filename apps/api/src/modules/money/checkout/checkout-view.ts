import { maskName } from '@tirtapay/domain';
import type { Clock } from '../../../platform/clock';
import type { BankProfile } from '../../bank-gateway/registry';
import { instructionsOf } from './instructions';
import { INQUIRY_LIFE_MILLISECONDS, type PublicTokens } from './public-token';
import type { PublicCancelReason, PublicCheckoutDto, PublicCheckoutStatus } from './checkout.dto';
import type { CheckoutRecord } from './checkout-record';

/** What the payer is told. A checkout whose time is over is over, also before the janitor has written it down. */
export function publicStatus(checkout: CheckoutRecord, now: number): PublicCheckoutStatus {
  switch (checkout.status) {
    case 'PENDING':
      return checkout.expires_at.getTime() <= now ? 'EXPIRED' : 'PENDING';
    case 'PAID':
      return checkout.reversed ? 'CANCELLED' : 'PAID';
    case 'CANCELLED':
      return checkout.closed_reason === 'PAID_ELSEWHERE' ? 'PAID_ELSEWHERE' : 'CANCELLED';
    case 'EXPIRED':
      return 'EXPIRED';
  }
}

/**
 * The way back to the bills for whoever was sent the link of the checkout: always the same until a day after its end, so
 * that an old link does not open the bills of a household for ever.
 */
function wayBack(checkout: CheckoutRecord, tokens: PublicTokens, now: number): string | null {
  const until = (checkout.closed_at ?? checkout.expires_at).getTime() + INQUIRY_LIFE_MILLISECONDS;
  return until <= now ? null : tokens.seal(checkout.customer_number, until).token;
}

function cancelReason(checkout: CheckoutRecord, status: PublicCheckoutStatus): PublicCancelReason | null {
  if (status !== 'CANCELLED') return null;
  if (checkout.reversed) return 'REVERSED';
  const reason = checkout.closed_reason;
  return reason === 'BILLS_CHANGED' || reason === 'BANK_REFUSED' || reason === 'WITHDRAWN'
    ? reason
    : 'REPLACED';
}

interface ViewTools {
  readonly clock: Clock;
  readonly tokens: PublicTokens;
  readonly language: 'id' | 'en';
}

/** Account and code are shown only while they can be paid. */
export function checkoutView(
  checkout: CheckoutRecord,
  bank: BankProfile | null,
  { clock, tokens, language }: ViewTools,
): PublicCheckoutDto {
  const now = clock.now();
  const status = publicStatus(checkout, now);
  const payable = status === 'PENDING' && checkout.bank_state === 'DONE';
  return {
    intent_token: checkout.token,
    method: checkout.method,
    status,
    cancel_reason: cancelReason(checkout, status),
    bank: { code: checkout.bank_code, name: checkout.bank_name },
    customer: { customer_number: checkout.customer_number, name: maskName(checkout.customer_name) },
    periods: [...checkout.periods],
    inquiry_token: status === 'PAID' ? null : wayBack(checkout, tokens, now),
    amount: checkout.amount,
    bill_amount: checkout.bill_amount,
    stamp_duty: checkout.stamp_duty,
    admin_fee: checkout.admin_fee,
    expires_at: clock.textOf(checkout.expires_at),
    server_time: clock.text(now),
    va_number: payable ? checkout.virtual_account_number : null,
    qr_payload: payable ? checkout.payload : null,
    merchant_name: payable ? checkout.merchant_name : null,
    nmid: payable ? checkout.nmid : null,
    receipt_token: status === 'PAID' ? checkout.receipt_token : null,
    instructions: bank === null ? [] : instructionsOf(bank, language, checkout.method),
  };
}
