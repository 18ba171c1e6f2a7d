import type { PublicCheckoutDto } from '@tirtapay/api-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import { ProblemCard } from '../pieces/problem-card';
import { useTimeLeft } from './countdown';
import { CheckoutOver } from './checkout-over';
import { CheckoutPaid } from './checkout-paid';
import { CheckoutPending } from './checkout-pending';
import classes from './checkout.module.css';
import { useLiveCheckout } from './use-live-checkout';
import { methodsPath } from './way-back';

/** A payment code and how it stands; the same address on any phone, before and after the payment. */
export function CheckoutPage() {
  const { t } = useTranslation('public-pay');
  const { token = '' } = useParams();
  const live = useLiveCheckout(token);
  const { data: checkout, error, refetch } = live;
  const left = useTimeLeft(checkout);
  const ranOut = checkout?.status === 'PENDING' && left === 0;
  // Nobody should pay a code whose time is over, even when the server has not said so yet.
  const status = ranOut ? 'EXPIRED' : checkout?.status;
  const methods = checkout && methodsPath(checkout);
  useEffect(() => {
    if (ranOut) void refetch();
  }, [ranOut, refetch]);
  return (
    <Page
      title={t(`checkout.title.${status ?? 'LOADING'}`)}
      step={4}
      back={
        methods !== undefined
          ? { to: methods, label: t('checkout.back') }
          : { to: '/', label: t('bill.back') }
      }
    >
      <div role="status">
        {checkout && status && status !== 'PENDING' && (
          <p className={classes.lead}>{t(`checkout.lead.${leadOf(status, checkout.cancel_reason)}`)}</p>
        )}
      </div>
      {!checkout ? (
        error ? (
          <ProblemCard error={error} onRetry={() => void refetch()} />
        ) : (
          <CardsWait />
        )
      ) : status === 'PENDING' ? (
        <CheckoutPending checkout={checkout} left={left} recheck={live.recheck} broken={error !== null} />
      ) : status === 'PAID' ? (
        <CheckoutPaid checkout={checkout} />
      ) : (
        <CheckoutOver checkout={checkout} status={status ?? 'EXPIRED'} recheck={live.recheck} />
      )}
    </Page>
  );
}

/** A cancelled code says why: one that was replaced asks for something else than one whose payment was taken back. */
function leadOf(
  status: Exclude<PublicCheckoutDto['status'], 'PENDING'>,
  reason: PublicCheckoutDto['cancel_reason'],
) {
  return status === 'CANCELLED' ? (reason ?? 'REPLACED') : status;
}
