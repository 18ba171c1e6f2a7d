import type { PublicCheckoutDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { useCreateCheckout } from '../method/use-create-checkout';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import { CheckoutSummary } from './checkout-summary';
import classes from './checkout.module.css';
import { RecheckButton } from './recheck-button';
import type { Recheck } from './recheck-button';

interface CheckoutOverProps {
  checkout: PublicCheckoutDto;
  status: PublicCheckoutDto['status'];
  recheck: Recheck;
}

/** Expired, cancelled, or paid through another channel: what that means for the money, and the next step. */
export function CheckoutOver({ checkout, status, recheck }: CheckoutOverProps) {
  const { t } = useTranslation('public-pay');
  const { create, error, wish } = useCreateCheckout({ replace: true });
  const elsewhere = status === 'PAID_ELSEWHERE';
  const words = elsewhere ? 'elsewhere' : status === 'EXPIRED' ? 'late' : 'cancelled';
  const token = checkout.inquiry_token;
  return (
    <div className={pieces.columns}>
      <div className={pieces.stack}>
        <section
          className={`${pieces.card} ${classes.outcome}`}
          data-tone={elsewhere ? 'good' : 'warn'}
          aria-label={t('outcome.label')}
        >
          <span className={classes.outcomeMark}>
            <Icon name={elsewhere ? 'check' : 'clock'} size={40} />
          </span>
          <p>{t(`outcome.${words}`)}</p>
          {token === null ? (
            <Link className="tp-button" to="/">
              {t('outcome.checkAgain')}
            </Link>
          ) : elsewhere ? (
            <Link className="tp-button" to={`/t/${token}`}>
              {t('outcome.seeBill')}
            </Link>
          ) : (
            <>
              <button
                type="button"
                className="tp-button"
                aria-disabled={wish !== undefined}
                onClick={() => {
                  create({
                    method: checkout.method,
                    bank_code: checkout.bank.code,
                    token,
                    count: checkout.periods.length,
                  });
                }}
              >
                {t(wish ? 'method.creating' : checkout.method === 'VA' ? 'outcome.newVa' : 'outcome.newQr')}
              </button>
              <Link className={pieces.plain} to={`/t/${token}`}>
                {t('outcome.seeBill')}
              </Link>
            </>
          )}
        </section>
        {error && <ProblemCard error={error} />}
        {!elsewhere && checkout.cancel_reason !== 'REVERSED' && (
          <section className={pieces.card} aria-labelledby="terlanjur">
            <h2 id="terlanjur">{t('outcome.paidLateTitle')}</h2>
            <p className={classes.lateHint}>
              {t(status === 'EXPIRED' ? 'outcome.paidLate' : 'outcome.paidCancelled')}
            </p>
            {status === 'EXPIRED' && <RecheckButton recheck={recheck} />}
          </section>
        )}
      </div>
      <CheckoutSummary checkout={checkout} />
    </div>
  );
}
