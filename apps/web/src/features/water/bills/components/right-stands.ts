import type { PreviewCorrectionBody } from '@tirtapay/api-client';
import { numberIn } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';

/** What of a bill may have been wrong. */
export type WhatWasWrong = 'stand' | 'exchange' | 'tariff';

/** As they are typed. */
export interface RightStands {
  readonly stand: TypedNumber;
  readonly removed: TypedNumber;
  readonly installed: TypedNumber;
}

/** Null while nothing is asked for; of an exchange one of the two may have been right. */
export function standsAsked(
  what: Exclude<WhatWasWrong, 'tariff'>,
  { stand, removed, installed }: RightStands,
): PreviewCorrectionBody | null {
  if (what === 'stand') {
    const current = numberIn(stand);
    return current === null ? null : { current_stand: current };
  }
  const [last, first] = [numberIn(removed), numberIn(installed)];
  // What stays empty was right; what cannot be read is not left out.
  if ((last === null) !== (removed === '') || (first === null) !== (installed === '')) return null;
  if (last === null && first === null) return null;
  return {
    ...(last !== null && { removed_stand: last }),
    ...(first !== null && { installed_stand: first }),
  };
}

export const tariffAsked = (tariffId: string | null): PreviewCorrectionBody | null =>
  tariffId === null ? null : { tariff_id: Number(tariffId) };
