import type { PublicCheckoutDto } from '@tirtapay/api-client';

const SAFETY_MS = 30_000;
const FAST_MS = 5_000;
const SLOW_MS = 15_000;
const FAST_FOR_MS = 120_000;
const LATE_NEWS_MS = 15 * 60_000;

/**
 * How soon to ask again, `false` for never. Most people pay in the first two minutes; a proxy may swallow the server's
 * push without closing it, so even a live stream is doubted now and then. An expired code is still watched for a while:
 * the bank may tell late of a payment made in time.
 */
export function pollPace(
  checkout: Pick<PublicCheckoutDto, 'status' | 'receipt_token'> | undefined,
  live: boolean,
  watchedMs: number,
): number | false {
  switch (checkout?.status) {
    case undefined:
    case 'PENDING':
      if (live) return SAFETY_MS;
      return watchedMs < FAST_FOR_MS ? FAST_MS : SLOW_MS;
    case 'EXPIRED':
      return watchedMs < LATE_NEWS_MS && SLOW_MS;
    case 'PAID':
      return checkout.receipt_token === null && FAST_MS;
    case 'CANCELLED':
    case 'PAID_ELSEWHERE':
      return false;
  }
}
