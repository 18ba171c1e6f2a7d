import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { useWait } from '../../components/page/use-wait';
import { ApiProblem, OFFLINE } from '../../lib/api-problem';
import { infoQuery } from '../api/queries';
import classes from './pieces.module.css';

/** Refusals the public pages have better words for than the catalogue, which also speaks to banks and staff. */
const EXPLAINED = {
  'client.offline': 'offline',
  'customer.not_found': 'customerUnknown',
  'request.not_found': 'linkUnknown',
  'request.rate_limited': 'tooMany',
  'inquiry.expired': 'pageExpired',
  'bill.none_open': 'noneOpen',
  'bill.already_paid': 'alreadyPaid',
  'bill.not_oldest_first': 'billsChanged',
  'payment.amount_mismatch': 'billsChanged',
  'receipt.not_found': 'receiptUnknown',
  'intent.not_found': 'checkoutUnknown',
  'intent.expired': 'checkoutOver',
  'intent.closed': 'checkoutOver',
  'intent.quota': 'checkoutQuota',
  'public.second_factor_locked': 'historyLocked',
  'intent.method_unavailable': 'methodUnavailable',
  'intent.day_ending': 'dayEnding',
  'bank.unreachable': 'bankUnreachable',
  'bank.cutoff': 'bankCutoff',
  'payment.outcome_unknown': 'outcomeUnknown',
  'dispute.not_found': 'ticketUnknown',
  'dispute.open_already': 'disputeOpen',
  'dispute.heard': 'disputeHeard',
  'bill.not_found': 'billsChanged',
  'public.question_limit': 'questionLimit',
} as const;

function isExplained(code: string): code is keyof typeof EXPLAINED {
  return code in EXPLAINED;
}

const START_AGAIN = new Set([
  'request.not_found',
  'inquiry.expired',
  'intent.not_found',
  'receipt.not_found',
]);

interface ProblemCardProps {
  error: unknown;
  onRetry?: (() => void) | undefined;
  /** The page itself counts the waiting time down. */
  waitSaid?: boolean;
}

/** What went wrong and what to do now, in plain words, with what the utility's staff will ask for. */
export function ProblemCard({ error, onRetry, waitSaid = false }: ProblemCardProps) {
  const { t } = useTranslation('public');
  const wait = useWait();
  // Whom to ask, where it is known already: an error asks the server nothing more.
  const { data: info } = useQuery({ ...infoQuery, enabled: false });
  const problem = error instanceof ApiProblem ? error : undefined;
  const code = problem?.code ?? 'internal.error';
  const words = isExplained(code) ? EXPLAINED[code] : problem && problem.status < 500 ? undefined : 'ours';
  const title = words ? t(`problem.${words}.title`) : (problem?.title ?? t('problem.ours.title'));
  return (
    <div className={classes.problem} role="alert">
      <Icon name="warning" size={22} />
      <div className={classes.problemText}>
        <strong>{title}</strong>
        <p>{words ? t(`problem.${words}.hint`) : (problem?.detail ?? t('problem.ours.hint'))}</p>
        {problem?.retryAfter !== undefined && !waitSaid && (
          <p>{t('problem.waitFor', { wait: wait(problem.retryAfter) })}</p>
        )}
        {info && (
          <p>
            {t('problem.help')}{' '}
            <a href={`tel:${info.utility.phone.replace(/[^+\d]/g, '')}`}>{info.utility.phone}</a>
          </p>
        )}
        <p className={classes.problemCode}>
          {t('problem.code')} <code>{code === OFFLINE ? 'OFFLINE' : code}</code>
          {problem?.requestId !== undefined && (
            <>
              {' · '}
              {t('problem.requestId')} <code>{problem.requestId}</code>
            </>
          )}
        </p>
        <div className={classes.row}>
          {onRetry && (
            <button type="button" className={classes.plain} onClick={onRetry}>
              {t('problem.retry')}
            </button>
          )}
          {START_AGAIN.has(code) && (
            <Link className={classes.plain} to="/">
              {t('problem.startAgain')}
            </Link>
          )}
        </div>
      </div>
    </div>
  );
}
