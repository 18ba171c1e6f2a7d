import type { PublicCheckoutDto } from '@tirtapay/api-client';

/** An answer about a payment code, with the moment it arrived on the clock that nobody can set. */
export type ReceivedCheckout = PublicCheckoutDto & { received_at: number };

/** Milliseconds until the code expires, by the server's clock: the phone's own may be hours wrong. */
export function timeLeft(checkout: ReceivedCheckout, now = performance.now()): number {
  return Date.parse(checkout.expires_at) - Date.parse(checkout.server_time) - (now - checkout.received_at);
}
