import type { PublicCorrectionDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMoney, formatNumber } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './bill.module.css';

/** What was corrected and why, month by month, as a customer reads it. */
export function CorrectionCard({ correction }: { correction: PublicCorrectionDto }) {
  const { t } = useTranslation('public-pay');
  const { note_number: number, cause, months, earlier_months: earlier, penalty, settled } = correction;
  const replaced = settled === 0 && months.some((month) => month.amount_before !== month.amount_after);
  return (
    <section className={pieces.card} aria-label={`${t('correction.title')} ${number}`}>
      <h2 className={pieces.cardTitle}>{t('correction.title')}</h2>
      <p>{t(`correction.${cause}`)}</p>
      <ul className={classes.corrected}>
        {months.map((month) => (
          <li key={month.period_name}>
            {t('correction.month', {
              month: month.period_name,
              before: formatNumber(month.usage_before),
              after: formatNumber(month.usage_after),
              amountBefore: formatMoney(month.amount_before),
              amountAfter: formatMoney(month.amount_after),
            })}
          </li>
        ))}
      </ul>
      {earlier > 0 && <p>{t('correction.earlier', { count: earlier })}</p>}
      {penalty !== 0 && (
        <p>
          {t(penalty < 0 ? 'correction.penalty' : 'correction.penaltyAgain', {
            amount: formatMoney(Math.abs(penalty)),
          })}
        </p>
      )}
      <p>
        <strong>
          {settled === 0
            ? t(replaced ? 'correction.reissued' : 'correction.none')
            : t(settled < 0 ? 'correction.credit' : 'correction.later', {
                amount: formatMoney(Math.abs(settled)),
              })}
        </strong>
      </p>
      <p className={pieces.dim}>
        {t('correction.number', { number, date: formatDate(correction.corrected_at.slice(0, 10)) })}
      </p>
    </section>
  );
}
