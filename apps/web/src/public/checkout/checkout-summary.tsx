import type { PublicIntentDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../lib/format';
import { Amounts } from '../pieces/amounts';
import { Digits } from '../pieces/digits';
import pieces from '../pieces/pieces.module.css';
import classes from './checkout.module.css';

/** For whom and which months: whoever got the link on another phone must not pay for a stranger. */
export function IntentSummary({ intent }: { intent: PublicIntentDto }) {
  const { t } = useTranslation('public-pay');
  return (
    <section className={pieces.card} aria-labelledby="jumlah">
      <h2 id="jumlah">{t('summary.title')}</h2>
      <p className={classes.whom}>
        <strong>{intent.customer.name}</strong>
        <br />
        <span className={pieces.dim}>
          <Digits value={intent.customer.customer_number} />
          <br />
          {intent.periods.map(formatPeriod).join(', ')}
        </span>
      </p>
      <Amounts
        rows={[
          { label: t('summary.sheets', { count: intent.periods.length }), amount: intent.bill_amount },
          ...(intent.stamp_duty > 0 ? [{ label: t('summary.stampDuty'), amount: intent.stamp_duty }] : []),
          { label: t('summary.adminFee'), amount: intent.admin_fee },
        ]}
        total={{ label: t('summary.total'), amount: intent.amount }}
      />
    </section>
  );
}
