import { useTranslation } from 'react-i18next';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import type { useLiveIntent } from './use-live-intent';

export type Recheck = ReturnType<typeof useLiveIntent>['recheck'];

/** "I have paid": the server asks the bank, and says honestly when the bank knows nothing yet. */
export function RecheckButton({ recheck }: { recheck: Recheck }) {
  const { t } = useTranslation('public-pay');
  return (
    <div className={pieces.stack}>
      <button type="button" className="tp-button" aria-disabled={recheck.pending} onClick={recheck.ask}>
        {t(recheck.pending ? 'recheck.asking' : 'recheck.action')}
      </button>
      <div role="status">
        {recheck.nothingYet && !recheck.pending && <p className={pieces.note}>{t('recheck.nothingYet')}</p>}
      </div>
      {recheck.error && <ProblemCard error={recheck.error} />}
    </div>
  );
}
