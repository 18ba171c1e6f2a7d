import type { HistoryBillDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { formatNumber, formatPeriod } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './history.module.css';
import { usageMonths } from './usage-months';

/** Months beyond this many get a narrower column and every third name. */
const ROOMY = 13;

function monthLetters(period: string): string {
  const [year = 0, month = 1] = period.split('-').map(Number);
  const language = currentLanguage() === 'id' ? 'id-ID' : 'en-GB';
  return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(
    Date.UTC(year, month - 1, 1),
  );
}

/** A column a month. The table below it says the same in numbers, so screen readers get the sentence and the table. */
export function UsageChart({ bills, since }: { bills: HistoryBillDto[]; since: string }) {
  const { t } = useTranslation('public-history');
  const figures = usageMonths(bills);
  if (!figures) return null;
  const { months, average, highest } = figures;
  const cubic = (value: number) => `${formatNumber(value)} m³`;
  const top = Math.max(1, highest.usage_m3);
  return (
    <section className={pieces.card} aria-labelledby="pemakaian">
      <h2 id="pemakaian">{t('usage.title')}</h2>
      <p>
        {t('usage.summary', {
          average: cubic(average),
          highest: cubic(highest.usage_m3),
          period: formatPeriod(highest.period),
        })}
      </p>
      <ol className={classes.chart} data-dense={months.length > ROOMY || undefined} aria-hidden="true">
        {months.map(({ period, bill }, index) => (
          <li key={period}>
            <span className={classes.value}>{bill ? formatNumber(bill.usage_m3) : ''}</span>
            <span
              className={classes.bar}
              data-estimated={bill?.estimated || undefined}
              style={{ height: `${String(Math.round(((bill?.usage_m3 ?? 0) / top) * 100))}px` }}
            />
            <span className={classes.month} data-quiet={(months.length - 1 - index) % 3 !== 0 || undefined}>
              {monthLetters(period)}
              {(index === 0 || period.endsWith('-01')) && <small>{period.slice(0, 4)}</small>}
            </span>
          </li>
        ))}
      </ol>
      {months[0] && months[0].period > since && (
        <p className={pieces.dim}>{t('usage.begins', { period: formatPeriod(months[0].period) })}</p>
      )}
      {bills.some((bill) => bill.estimated) && <p className={pieces.dim}>{t('usage.estimated')}</p>}
    </section>
  );
}
