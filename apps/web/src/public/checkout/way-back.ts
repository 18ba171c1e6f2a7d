import type { PublicIntentDto } from '@tirtapay/api-client';

/** The ways to pay the bills of this code; none when its link no longer leads to them. */
export function methodsPath(intent: PublicIntentDto): string | undefined {
  return intent.inquiry_token === null
    ? undefined
    : `/t/${intent.inquiry_token}/bayar?lembar=${String(intent.periods.length)}`;
}
