import { useTranslation } from 'react-i18next';
import { formatNumber } from '../lib/format';
import { standRanges } from '../lib/stand-ranges';

type Counted = Parameters<typeof standRanges>[0];

/** Stands as rows of `Fields`: before and now, or what the old and the new meter showed. */
export function useStandRows(): (counted: Counted) => { label: string; value: string }[] {
  const { t } = useTranslation();
  return (counted) => {
    const ranges = standRanges(counted);
    if (ranges.length > 1)
      return ranges.map(({ meter, from, to }) => ({
        label: t(meter === 'OLD' ? 'word.oldMeter' : 'word.newMeter'),
        value: `${formatNumber(from)} → ${formatNumber(to)}`,
      }));
    return [
      { label: t('word.previousStand'), value: formatNumber(counted.previous_stand) },
      { label: t('word.currentStand'), value: formatNumber(counted.current_stand) },
    ];
  };
}
