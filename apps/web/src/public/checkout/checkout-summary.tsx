import type { PublicCheckoutDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatPeriod } from '../../lib/format';
import { Amounts } from '../pieces/amounts';
import { Digits } from '../pieces/digits';
import pieces from '../pieces/pieces.module.css';
import classes from './checkout.module.css';

/** For whom and which months: whoever got the link on another phone must not pay for a stranger. */
export function CheckoutSummary({ checkout }: { checkout: PublicCheckoutDto }) {
  const { t } = useTranslation('public-pay');
  return (
    <section className={pieces.card} aria-labelledby="jumlah">
      <h2 id="jumlah">{t('summary.title')}</h2>
      <p className={classes.whom}>
        <strong>{checkout.customer.name}</strong>
        <br />
        <span className={pieces.dim}>
          <Digits value={checkout.customer.customer_number} />
          <br />
          {checkout.periods.map(formatPeriod).join(', ')}
        </span>
      </p>
      <Amounts
        rows={[
          { label: t('summary.sheets', { count: checkout.periods.length }), amount: checkout.bill_amount },
          ...(checkout.stamp_duty > 0
            ? [{ label: t('summary.stampDuty'), amount: checkout.stamp_duty }]
            : []),
          { label: t('summary.adminFee'), amount: checkout.admin_fee },
        ]}
        total={{ label: t('summary.total'), amount: checkout.amount }}
      />
    </section>
  );
}
