import type { PublicCheckoutDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { formatMoney } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './checkout.module.css';

export function CheckoutPaid({ checkout }: { checkout: PublicCheckoutDto }) {
  const { t } = useTranslation('public-pay');
  return (
    <section className={`${pieces.card} ${classes.outcome}`} data-tone="good">
      <span className={classes.outcomeMark}>
        <Icon name="check" size={40} />
      </span>
      <h2>{formatMoney(checkout.amount)}</h2>
      <p>{t('outcome.paid', { bank: checkout.bank.name })}</p>
      {checkout.receipt_token === null ? (
        <p className={pieces.dim}>{t('outcome.receiptSoon')}</p>
      ) : (
        <Link className="tp-button" to={`/bukti/${checkout.receipt_token}`}>
          {t('outcome.receipt')}
        </Link>
      )}
      <Link className={pieces.plain} to="/">
        {t('bill.another')}
      </Link>
    </section>
  );
}
