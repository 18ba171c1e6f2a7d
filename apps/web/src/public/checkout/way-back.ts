import type { PublicCheckoutDto } from '@tirtapay/api-client';

/** The ways to pay the bills of this code; none when its link no longer leads to them. */
export function methodsPath(checkout: PublicCheckoutDto): string | undefined {
  return checkout.inquiry_token === null
    ? undefined
    : `/t/${checkout.inquiry_token}/bayar?lembar=${String(checkout.periods.length)}`;
}
