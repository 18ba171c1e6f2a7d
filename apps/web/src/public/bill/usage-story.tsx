import type { PublicBillDto, PublicInquiryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber, formatPercent, formatPeriod } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './bill.module.css';
import { explainUsage } from './explain-usage';

/** "Why is it higher?" (or lower) in plain words, with the months beside each other. */
export function UsageStory({ sheet, inquiry }: { sheet: PublicBillDto; inquiry: PublicInquiryDto }) {
  const { t } = useTranslation('public-pay');
  // Instalments and charges are owed like water, and are of no usage.
  const water = inquiry.bills.filter(({ title }) => title === null);
  const story = explainUsage(sheet, [...water, ...inquiry.usage_history]);
  if (!story) return null;
  const highest = Math.max(1, ...story.months.map((month) => month.usage_m3));
  const cubic = (value: number) => `${formatNumber(value)} m³`;
  const average = cubic(story.average);
  const figures = {
    period: formatPeriod(sheet.period),
    usage: cubic(sheet.usage_m3),
    difference: cubic(story.difference),
    share: formatPercent(story.share ?? 0),
    base:
      story.compared === 1
        ? t('story.baseOne', { average })
        : t('story.base', { count: story.compared, average }),
  };
  const kind = story.share === null && story.trend === 'UP' ? 'FROM_ZERO' : story.trend;
  return (
    <section className={pieces.card} aria-labelledby="kenapa">
      <h2 id="kenapa">{t(`story.title.${story.trend}`)}</h2>
      <p>{t(`story.text.${kind}`, figures)}</p>
      <ol className={classes.months} aria-label={t('story.months')}>
        {story.months.map((month) => (
          <li key={month.period} data-current={month.period === sheet.period || undefined}>
            <span>{formatPeriod(month.period)}</span>
            <span className={classes.track} aria-hidden="true">
              <span
                data-estimated={month.estimated || undefined}
                style={{ width: `${String(Math.round((month.usage_m3 / highest) * 100))}%` }}
              />
            </span>
            <span className={classes.monthUsage}>
              {cubic(month.usage_m3)}
              {month.estimated && <span className={classes.star}> {t('story.estimated')}</span>}
            </span>
          </li>
        ))}
      </ol>
      {story.dearest && (
        <p className={pieces.dim}>
          {t(`story.blocks.${story.trend}`, {
            quantity: cubic(story.dearest.quantity),
            rate: formatMoney(story.dearest.rate),
          })}
        </p>
      )}
      {story.price && (
        <p className={pieces.dim}>
          {t(`story.price.${story.price.trend}`, {
            period: formatPeriod(story.price.period),
            before: formatMoney(story.price.before),
            now: formatMoney(sheet.principal),
          })}
        </p>
      )}
      {story.trend === 'UP' && <p className={`${pieces.note} ${classes.advice}`}>{t('story.leak')}</p>}
    </section>
  );
}
