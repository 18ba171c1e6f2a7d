import type { PublicPaidDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatMoney } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';

/** No link to the receipt: whoever knows a customer number must not get to the receipts of others. */
export function LastPayment({ payment }: { payment: PublicPaidDto | null }) {
  const { t } = useTranslation('public-pay');
  if (!payment) return null;
  return (
    <section className={pieces.card} aria-labelledby="terbayar">
      <h2 id="terbayar">{t('paid.title')}</h2>
      <p>
        <strong>{formatMoney(payment.total_amount)}</strong> · {payment.period_names.join(', ')}
      </p>
      <p className={pieces.dim}>{t('paid.at', { moment: formatMoment(payment.paid_at) })}</p>
    </section>
  );
}
