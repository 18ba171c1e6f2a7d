import type { PublicIntentDto } from '@tirtapay/api-client';

/** An answer about a payment code, with the moment it arrived on the clock that nobody can set. */
export type ReceivedIntent = PublicIntentDto & { received_at: number };

/** Milliseconds until the code expires, by the server's clock: the phone's own may be hours wrong. */
export function timeLeft(intent: ReceivedIntent, now = performance.now()): number {
  return Date.parse(intent.expires_at) - Date.parse(intent.server_time) - (now - intent.received_at);
}
