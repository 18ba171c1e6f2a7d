import type { Intent, IntentStatus } from '../api/intent';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { useCreateIntent } from '../method/use-create-intent';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import type { IntentOrigin } from './intent-origin';
import classes from './intent.module.css';
import { RecheckButton } from './recheck-button';
import type { Recheck } from './recheck-button';

interface IntentOverProps {
  intent: Intent;
  status: IntentStatus;
  origin: IntentOrigin | undefined;
  recheck: Recheck;
}

/** Expired, cancelled, or paid through another channel: what that means for the money, and the next step. */
export function IntentOver({ intent, status, origin, recheck }: IntentOverProps) {
  const { t } = useTranslation('public-pay');
  const { create, error, wish } = useCreateIntent({ replace: true });
  const paid = status === 'PAID_ELSEWHERE';
  return (
    <div className={pieces.stack}>
      <section className={`${pieces.card} ${classes.outcome}`} data-tone={paid ? 'good' : 'warn'}>
        <span className={classes.outcomeMark}>
          <Icon name={paid ? 'check' : 'clock'} size={40} />
        </span>
        <p>{t(paid ? 'outcome.elsewhere' : 'outcome.late')}</p>
        {paid ? (
          <Link className="tp-button" to={origin ? `/t/${origin.token}` : '/'}>
            {t('outcome.seeBill')}
          </Link>
        ) : origin ? (
          <button
            type="button"
            className="tp-button"
            aria-disabled={wish !== undefined}
            onClick={() => {
              create({ method: intent.method, bank_code: intent.bank.code, origin });
            }}
          >
            {t(wish ? 'method.creating' : intent.method === 'VA' ? 'outcome.newVa' : 'outcome.newQr')}
          </button>
        ) : (
          <Link className="tp-button" to="/">
            {t('outcome.checkAgain')}
          </Link>
        )}
        {origin && !paid && (
          <Link className={pieces.plain} to={`/t/${origin.token}`}>
            {t('outcome.seeBill')}
          </Link>
        )}
      </section>
      {error && <ProblemCard error={error} />}
      {status === 'EXPIRED' && (
        <section className={pieces.card} aria-labelledby="terlanjur">
          <h2 id="terlanjur">{t('outcome.paidLateTitle')}</h2>
          <p className={classes.lateHint}>{t('outcome.paidLate')}</p>
          <RecheckButton recheck={recheck} />
        </section>
      )}
    </div>
  );
}
