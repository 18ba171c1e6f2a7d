import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { formatClock, formatMoney } from '../../lib/format';
import { BankMark } from '../pieces/bank-mark';
import { CopyButton } from '../pieces/copy-button';
import { formatDeadline } from '../pieces/deadline';
import { Digits } from '../pieces/digits';
import { Disclosure } from '../pieces/disclosure';
import pieces from '../pieces/pieces.module.css';
import { ShareButtons } from '../pieces/share-buttons';
import { Countdown } from './countdown';
import { IntentSummary } from './checkout-summary';
import type { ReceivedIntent } from './time-left';
import classes from './checkout.module.css';
import { RecheckButton } from './recheck-button';
import type { Recheck } from './recheck-button';
import { methodsPath } from './way-back';
import { Loader, Skeleton } from '../pieces/waiting';

const QrisPanel = lazy(async () => ({ default: (await import('./qris-panel')).QrisPanel }));

interface IntentPendingProps {
  intent: ReceivedIntent;
  left: number;
  recheck: Recheck;
  /** The last question went unanswered: what is shown may be old. */
  broken: boolean;
}

export function IntentPending({ intent, left, recheck, broken }: IntentPendingProps) {
  const { t } = useTranslation('public-pay');
  const amountShown = useRef<HTMLElement>(null);
  const methods = methodsPath(intent);
  const making = (intent.va_number ?? intent.qr_payload) === null;
  return (
    <div className={pieces.columns}>
      <div className={pieces.stack}>
        <section className={`${pieces.card} ${classes.code}`} aria-label={t('intent.code')}>
          <div className={classes.state}>
            <span className={pieces.mark} data-tone="warn">
              <Icon name="clock" size={15} />
              {t(making ? 'intent.processing' : 'intent.waiting')}
            </span>
            <span className={pieces.dim}>
              {t(broken ? 'intent.lastSeen' : 'intent.watching', { time: formatClock(intent.server_time) })}
            </span>
          </div>
          {making ? (
            <p role="status" className={classes.making}>
              <Loader />
              {t('intent.making', { bank: intent.bank.name })}
            </p>
          ) : intent.method === 'VA' ? (
            <VaNumber intent={intent} />
          ) : (
            <Suspense fallback={<Skeleton height={300} width={300} />}>
              <QrisPanel intent={intent} />
            </Suspense>
          )}
          <div className={classes.amount}>
            <span>
              <span className={pieces.dim}>{t('intent.amount')}</span>
              <br />
              <strong ref={amountShown}>
                <Money amount={intent.amount} />
              </strong>
            </span>
            <CopyButton value={String(intent.amount)} what={t('intent.amount')} shown={amountShown} />
          </div>
          {intent.method === 'VA' && !making && (
            <p className={pieces.note} data-tone="warn">
              {t('intent.exact', { amount: formatMoney(intent.amount) })}
            </p>
          )}
          <div className={classes.deadline}>
            <span>
              <span className={pieces.dim}>{t('intent.before')}</span>
              <br />
              <strong>{formatDeadline(intent.expires_at)}</strong>
            </span>
            <span className={classes.timer}>
              <Countdown left={left} />
            </span>
          </div>
        </section>
        <RecheckButton recheck={recheck} />
        <section className={pieces.card} aria-labelledby="petunjuk">
          <h2 id="petunjuk">{t('intent.how')}</h2>
          {intent.instructions.map((channel, index) => (
            <Disclosure key={channel.channel} label={channel.label} open={index === 0}>
              <ol className={pieces.steps}>
                {channel.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Disclosure>
          ))}
        </section>
      </div>
      <div className={pieces.stack}>
        <IntentSummary intent={intent} />
        <section className={pieces.card} aria-labelledby="lain">
          <h2 id="lain">{t('intent.elsewhere')}</h2>
          <p className={pieces.dim}>{t('intent.elsewhereHint')}</p>
          <div className={`${pieces.row} ${classes.gap}`}>
            <ShareButtons
              title={t('intent.shareTitle')}
              text={t('intent.shareText', { amount: formatMoney(intent.amount), bank: intent.bank.name })}
              path={`/s/${intent.intent_token}`}
            />
          </div>
        </section>
        {methods !== undefined && (
          <p className={classes.change}>
            <Link className={pieces.plain} to={methods}>
              {t('intent.change')}
            </Link>
            <span className={pieces.dim}>{t('intent.changeHint')}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function VaNumber({ intent }: { intent: ReceivedIntent }) {
  const { t } = useTranslation('public-pay');
  const shown = useRef<HTMLSpanElement>(null);
  const number = intent.va_number ?? '';
  return (
    <div className={classes.va}>
      <p className={pieces.row}>
        <BankMark code={intent.bank.code} />
        <strong>{intent.bank.name}</strong>
      </p>
      <p className={pieces.dim}>{t('intent.vaNumber')}</p>
      <p className={classes.number}>
        <Digits value={number} ref={shown} />
      </p>
      <CopyButton value={number} what={t('intent.vaNumber')} shown={shown} />
    </div>
  );
}
