import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import type { useLiveCheckout } from './use-live-checkout';

export type Recheck = ReturnType<typeof useLiveCheckout>['recheck'];

/** "I have paid": the server asks the bank, and says honestly when the bank knows nothing yet. */
export function RecheckButton({ recheck }: { recheck: Recheck }) {
  const { t } = useTranslation('public-pay');
  const silent = recheck.error instanceof ApiProblem && recheck.error.code === 'bank.unreachable';
  return (
    <div className={pieces.stack}>
      <button type="button" className="tp-button" aria-disabled={recheck.pending} onClick={recheck.ask}>
        {t(recheck.pending ? 'recheck.asking' : 'recheck.action')}
      </button>
      <div role="status">
        {!recheck.pending && (recheck.nothingYet || silent) && (
          <p className={pieces.note} data-tone={silent ? 'warn' : undefined}>
            {t(silent ? 'recheck.bankSilent' : 'recheck.nothingYet')}
          </p>
        )}
      </div>
      {recheck.error && !silent && <ProblemCard error={recheck.error} />}
    </div>
  );
}
