import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { formatMoney } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './bill.module.css';

/** Money of the customer that pays for nothing yet. Said before they are asked for more; it is not taken off the bill. */
export function CreditCard({ credit }: { credit: number }) {
  const { t } = useTranslation('public-pay');
  if (credit <= 0) return null;
  return (
    <section className={`${pieces.card} ${classes.credit}`} role="note">
      <Icon name="payment" size={22} />
      <div>
        <strong>{t('bill.creditTitle', { amount: formatMoney(credit) })}</strong>
        <p className={pieces.dim}>{t('bill.creditHint')}</p>
      </div>
    </section>
  );
}
