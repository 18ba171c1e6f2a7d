import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import { ProblemCard } from '../pieces/problem-card';
import { useTimeLeft } from './countdown';
import { readOrigin } from './intent-origin';
import { IntentOver } from './intent-over';
import { IntentPaid } from './intent-paid';
import { IntentPending } from './intent-pending';
import classes from './intent.module.css';
import { useLiveIntent } from './use-live-intent';

/** A payment code and how it stands; the same address on any phone, before and after the payment. */
export function IntentPage() {
  const { t } = useTranslation('public-pay');
  const { token = '' } = useParams();
  const live = useLiveIntent(token);
  const { data: intent, error, refetch } = live;
  const left = useTimeLeft(intent);
  const origin = readOrigin(token);
  const ranOut = intent?.status === 'PENDING' && left === 0;
  // Nobody should pay a code whose time is over, even when the server has not said so yet.
  const status = ranOut ? 'EXPIRED' : intent?.status;
  useEffect(() => {
    if (ranOut) void refetch();
  }, [ranOut, refetch]);
  return (
    <Page
      title={t(`intent.title.${status ?? 'LOADING'}`)}
      step={4}
      back={
        origin
          ? {
              to: `/t/${origin.token}/bayar${origin.count ? `?lembar=${String(origin.count)}` : ''}`,
              label: t('intent.back'),
            }
          : { to: '/', label: t('bill.back') }
      }
    >
      <div role="status">
        {status && status !== 'PENDING' && <p className={classes.lead}>{t(`intent.lead.${status}`)}</p>}
      </div>
      {!intent ? (
        error ? (
          <ProblemCard error={error} onRetry={() => void refetch()} />
        ) : (
          <CardsWait />
        )
      ) : status === 'PENDING' ? (
        <IntentPending
          intent={intent}
          left={left}
          origin={origin}
          recheck={live.recheck}
          broken={error !== null}
        />
      ) : status === 'PAID' ? (
        <IntentPaid intent={intent} />
      ) : (
        <IntentOver intent={intent} status={status ?? 'EXPIRED'} origin={origin} recheck={live.recheck} />
      )}
    </Page>
  );
}
