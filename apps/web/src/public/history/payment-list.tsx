import type { HistoryPaymentDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../components/money';
import { formatMoment, formatPeriod } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './history.module.css';

/** Each payment with the way to its receipt. */
export function PaymentList({ payments, since }: { payments: HistoryPaymentDto[]; since: string }) {
  const { t } = useTranslation('public-history');
  return (
    <section className={pieces.card} aria-labelledby="pembayaran">
      <h2 id="pembayaran">{t('payments.title')}</h2>
      {payments.length === 0 ? (
        <p>{t('payments.none', { period: formatPeriod(since) })}</p>
      ) : (
        <>
          <ol className={classes.payments}>
            {payments.map((payment) => (
              <li key={payment.receipt_number} data-reversed={payment.reversed || undefined}>
                <p className={classes.paid}>
                  <strong>
                    <Money amount={payment.total_amount} />
                  </strong>
                  {payment.reversed && (
                    <span className={pieces.mark} data-tone="bad">
                      {t('payments.reversed')}
                    </span>
                  )}
                </p>
                <p>
                  {[...payment.periods.map(formatPeriod), ...payment.titles].join(', ') ||
                    t('payments.credit')}
                </p>
                <p className={pieces.dim}>
                  {formatMoment(payment.paid_at)} ·{' '}
                  {payment.channel === 'CREDIT'
                    ? t('payments.ofCredit')
                    : t('payments.through', { bank: payment.bank.name })}
                </p>
                <Link className={classes.link} to={`/bukti/${payment.receipt_token}`}>
                  {t('payments.receipt', { number: payment.receipt_number })}
                </Link>
              </li>
            ))}
          </ol>
          <p className={pieces.dim}>{t('payments.fee')}</p>
        </>
      )}
    </section>
  );
}
