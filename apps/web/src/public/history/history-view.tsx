import type { PublicHistoryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatClock, formatPeriod } from '../../lib/format';
import { Digits } from '../pieces/digits';
import pieces from '../pieces/pieces.module.css';
import { BillTable, type HistoryAccess } from './bill-table';
import classes from './history.module.css';
import { PaymentList } from './payment-list';
import { UsageChart } from './usage-chart';
import type { Months } from './use-history';

const CHOICES: readonly Months[] = [12, 24];

interface HistoryViewProps {
  history: PublicHistoryDto;
  access: HistoryAccess;
  months: Months;
  /** The other length is on its way. */
  busy: boolean;
  onMonths: (months: Months) => void;
  onClose: () => void;
}

/** Usage, bills and payments once the digits were right. */
export function HistoryView({ history, access, months, busy, onMonths, onClose }: HistoryViewProps) {
  const { t } = useTranslation('public-history');
  const { customer, bills, payments, from_period: since } = history;
  return (
    <div className={pieces.columns} aria-busy={busy}>
      <div className={pieces.stack}>
        <fieldset className={classes.choice}>
          <legend className={pieces.unseen}>{t('months.label')}</legend>
          {CHOICES.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="lama"
                checked={choice === months}
                onChange={() => {
                  onMonths(choice);
                }}
              />
              <span>{t(`months.${choice}`)}</span>
            </label>
          ))}
        </fieldset>
        {bills.length === 0 ? (
          <p className={pieces.card}>{t('usage.none', { period: formatPeriod(since) })}</p>
        ) : (
          <>
            <UsageChart bills={bills} since={since} />
            <BillTable bills={bills} since={since} access={access} />
          </>
        )}
      </div>
      <div className={pieces.stack}>
        <section className={pieces.card}>
          <p>
            <strong>{customer.name}</strong>
          </p>
          <p className={pieces.dim}>
            <Digits value={customer.customer_number} /> · {customer.tariff_category}
          </p>
          <p className={`${pieces.dim} ${classes.until}`}>
            {t('open.until', { time: formatClock(history.expires_at) })} {t('open.shared')}
          </p>
          <button type="button" className={pieces.plain} onClick={onClose}>
            {t('open.close')}
          </button>
        </section>
        <PaymentList payments={payments} since={since} />
      </div>
    </div>
  );
}
