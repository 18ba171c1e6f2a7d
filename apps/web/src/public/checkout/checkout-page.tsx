import type { PublicIntentDto } from '@tirtapay/api-client';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import { ProblemCard } from '../pieces/problem-card';
import { useTimeLeft } from './countdown';
import { IntentOver } from './checkout-over';
import { IntentPaid } from './checkout-paid';
import { IntentPending } from './checkout-pending';
import classes from './checkout.module.css';
import { useLiveIntent } from './use-live-checkout';
import { methodsPath } from './way-back';

/** A payment code and how it stands; the same address on any phone, before and after the payment. */
export function IntentPage() {
  const { t } = useTranslation('public-pay');
  const { token = '' } = useParams();
  const live = useLiveIntent(token);
  const { data: intent, error, refetch } = live;
  const left = useTimeLeft(intent);
  const ranOut = intent?.status === 'PENDING' && left === 0;
  // Nobody should pay a code whose time is over, even when the server has not said so yet.
  const status = ranOut ? 'EXPIRED' : intent?.status;
  const methods = intent && methodsPath(intent);
  useEffect(() => {
    if (ranOut) void refetch();
  }, [ranOut, refetch]);
  return (
    <Page
      title={t(`intent.title.${status ?? 'LOADING'}`)}
      step={4}
      back={
        methods !== undefined ? { to: methods, label: t('intent.back') } : { to: '/', label: t('bill.back') }
      }
    >
      <div role="status">
        {intent && status && status !== 'PENDING' && (
          <p className={classes.lead}>{t(`intent.lead.${leadOf(status, intent.cancel_reason)}`)}</p>
        )}
      </div>
      {!intent ? (
        error ? (
          <ProblemCard error={error} onRetry={() => void refetch()} />
        ) : (
          <CardsWait />
        )
      ) : status === 'PENDING' ? (
        <IntentPending intent={intent} left={left} recheck={live.recheck} broken={error !== null} />
      ) : status === 'PAID' ? (
        <IntentPaid intent={intent} />
      ) : (
        <IntentOver intent={intent} status={status ?? 'EXPIRED'} recheck={live.recheck} />
      )}
    </Page>
  );
}

/** A cancelled code says why: one that was replaced asks for something else than one whose payment was taken back. */
function leadOf(
  status: Exclude<PublicIntentDto['status'], 'PENDING'>,
  reason: PublicIntentDto['cancel_reason'],
) {
  return status === 'CANCELLED' ? (reason ?? 'REPLACED') : status;
}
