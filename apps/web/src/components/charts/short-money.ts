import { currentLanguage } from '../../i18n';

/** `12,5 jt` on an axis, where the exact amount stands in the tooltip and in the table. */
export function shortMoney(amount: number): string {
  return new Intl.NumberFormat(currentLanguage() === 'id' ? 'id-ID' : 'en-GB', {
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(amount);
}
