import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReadingDto } from '@tirtapay/api-client';
import { formatNumber, formatPeriod } from '../lib/format';
import classes from './usage-bars.module.css';

interface UsageBarsProps {
  /** Newest first, as the API gives it. */
  history: Pick<ReadingDto, 'period' | 'usage_m3' | 'method'>[];
  /** The use being judged, drawn in the accent colour at the end. */
  current?: { period: string; usage_m3: number } | undefined;
}

/** Use of the last months as bars; the figures stand in the text of each bar for those who do not see it. */
export function UsageBars({ history, current }: UsageBarsProps) {
  const { t } = useTranslation();
  const points = [...history].reverse().slice(-12);
  const all = current ? [...points, { ...current, method: 'ACTUAL' as const }] : points;
  const highest = Math.max(1, ...all.map((point) => point.usage_m3));
  return (
    <ol className={classes.bars}>
      {all.map((point, index) => {
        const isCurrent = current !== undefined && index === all.length - 1;
        const label = `${formatPeriod(point.period)}: ${t('word.cubic', { value: formatNumber(point.usage_m3) })}`;
        return (
          <li key={`${point.period}-${String(isCurrent)}`} className={classes.column} title={label}>
            <Text component="span" className={classes.value}>
              {formatNumber(point.usage_m3)}
            </Text>
            <span
              className={classes.bar}
              data-current={isCurrent || undefined}
              data-estimated={point.method === 'ESTIMATED' || undefined}
              style={{ height: `${String(Math.max(2, (Math.max(0, point.usage_m3) / highest) * 64))}px` }}
            />
            <Text component="span" className={classes.month}>
              <abbr title={label}>{formatPeriod(point.period).slice(0, 3)}</abbr>
            </Text>
          </li>
        );
      })}
    </ol>
  );
}
