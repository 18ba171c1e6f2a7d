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
import { CheckoutSummary } from './checkout-summary';
import type { ReceivedCheckout } from './time-left';
import classes from './checkout.module.css';
import { RecheckButton } from './recheck-button';
import type { Recheck } from './recheck-button';
import { methodsPath } from './way-back';
import { Loader, Skeleton } from '../pieces/waiting';

const QrisPanel = lazy(async () => ({ default: (await import('./qris-panel')).QrisPanel }));

interface CheckoutPendingProps {
  checkout: ReceivedCheckout;
  left: number;
  recheck: Recheck;
  /** The last question went unanswered: what is shown may be old. */
  broken: boolean;
}

export function CheckoutPending({ checkout, left, recheck, broken }: CheckoutPendingProps) {
  const { t } = useTranslation('public-pay');
  const amountShown = useRef<HTMLElement>(null);
  const methods = methodsPath(checkout);
  const making = (checkout.va_number ?? checkout.qr_payload) === null;
  return (
    <div className={pieces.columns}>
      <div className={pieces.stack}>
        <section className={`${pieces.card} ${classes.code}`} aria-label={t('checkout.code')}>
          <div className={classes.state}>
            <span className={pieces.mark} data-tone="warn">
              <Icon name="clock" size={15} />
              {t(making ? 'checkout.processing' : 'checkout.waiting')}
            </span>
            <span className={pieces.dim}>
              {t(broken ? 'checkout.lastSeen' : 'checkout.watching', {
                time: formatClock(checkout.server_time),
              })}
            </span>
          </div>
          {making ? (
            <p role="status" className={classes.making}>
              <Loader />
              {t('checkout.making', { bank: checkout.bank.name })}
            </p>
          ) : checkout.method === 'VA' ? (
            <VaNumber checkout={checkout} />
          ) : (
            <Suspense fallback={<Skeleton height={300} width={300} />}>
              <QrisPanel checkout={checkout} />
            </Suspense>
          )}
          <div className={classes.amount}>
            <span>
              <span className={pieces.dim}>{t('checkout.amount')}</span>
              <br />
              <strong ref={amountShown}>
                <Money amount={checkout.amount} />
              </strong>
            </span>
            <CopyButton value={String(checkout.amount)} what={t('checkout.amount')} shown={amountShown} />
          </div>
          {checkout.method === 'VA' && !making && (
            <p className={pieces.note} data-tone="warn">
              {t('checkout.exact', { amount: formatMoney(checkout.amount) })}
            </p>
          )}
          <div className={classes.deadline}>
            <span>
              <span className={pieces.dim}>{t('checkout.before')}</span>
              <br />
              <strong>{formatDeadline(checkout.expires_at)}</strong>
            </span>
            <span className={classes.timer}>
              <Countdown left={left} />
            </span>
          </div>
        </section>
        <RecheckButton recheck={recheck} />
        <section className={pieces.card} aria-labelledby="petunjuk">
          <h2 id="petunjuk">{t('checkout.how')}</h2>
          {checkout.instructions.map((channel, index) => (
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
        <CheckoutSummary checkout={checkout} />
        <section className={pieces.card} aria-labelledby="lain">
          <h2 id="lain">{t('checkout.elsewhere')}</h2>
          <p className={pieces.dim}>{t('checkout.elsewhereHint')}</p>
          <div className={`${pieces.row} ${classes.gap}`}>
            <ShareButtons
              title={t('checkout.shareTitle')}
              text={t('checkout.shareText', {
                amount: formatMoney(checkout.amount),
                bank: checkout.bank.name,
              })}
              path={`/s/${checkout.intent_token}`}
            />
          </div>
        </section>
        {methods !== undefined && (
          <p className={classes.change}>
            <Link className={pieces.plain} to={methods}>
              {t('checkout.change')}
            </Link>
            <span className={pieces.dim}>{t('checkout.changeHint')}</span>
          </p>
        )}
      </div>
    </div>
  );
}

function VaNumber({ checkout }: { checkout: ReceivedCheckout }) {
  const { t } = useTranslation('public-pay');
  const shown = useRef<HTMLSpanElement>(null);
  const number = checkout.va_number ?? '';
  return (
    <div className={classes.va}>
      <p className={pieces.row}>
        <BankMark code={checkout.bank.code} />
        <strong>{checkout.bank.name}</strong>
      </p>
      <p className={pieces.dim}>{t('checkout.vaNumber')}</p>
      <p className={classes.number}>
        <Digits value={number} ref={shown} />
      </p>
      <CopyButton value={number} what={t('checkout.vaNumber')} shown={shown} />
    </div>
  );
}
