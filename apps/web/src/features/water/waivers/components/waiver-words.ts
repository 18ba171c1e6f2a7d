import type { WaiverProgrammeDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatDateShort, formatMoney } from '../../../../lib/format';
import { useUtility } from '../../../../lib/reference-data';
import { daysOf, waiverStateOn, type WaiverState } from './waiver-state';

/** What a programme is today, by the calendar of the utility. */
export function useWaiverState(): (programme: WaiverProgrammeDto) => WaiverState {
  const today = useUtility().data?.business_date ?? '';
  return (programme) => waiverStateOn(programme, today);
}

/** Terms in one line, as they would be read out in a meeting. */
export function useTermsText(): (programme: WaiverProgrammeDto) => string {
  const { t } = useTranslation('waivers');
  return (programme) => {
    const percent = String((programme.basis_points ?? 0) / 100).replace('.', ',');
    const cap = programme.cap === null ? '' : `, ${t('terms.cap', { amount: formatMoney(programme.cap) })}`;
    return programme.mode === 'PERCENT'
      ? t('terms.percent', { percent }) + cap
      : t('terms.amount', { amount: formatMoney(programme.amount ?? 0) }) + cap;
  };
}

/** Areas, categories and ages in one line. */
export function useScopeText(): (programme: WaiverProgrammeDto) => string {
  const { t } = useTranslation('waivers');
  return ({ region_codes, tariff_codes, min_months_late, max_months_late }) =>
    [
      region_codes === null ? t('everywhere') : `${t('regions')} ${region_codes.join(', ')}`,
      tariff_codes === null ? t('everyCategory') : tariff_codes.join(', '),
      max_months_late === null
        ? t('scope.from', { months: min_months_late ?? 1 })
        : t('scope.between', { from: min_months_late ?? 1, to: max_months_late }),
    ].join(' · ');
}

export const daysText = (programme: WaiverProgrammeDto): string =>
  daysOf(programme).map(formatDateShort).join(' – ');
