import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import { ProblemCard } from '../pieces/problem-card';
import { HistoryView } from './history-view';
import { UnlockForm } from './unlock-form';
import { useHistory, type Months } from './use-history';

/** What was used and paid, for whoever knows the meter as well as the number. */
export function HistoryPage() {
  const { t } = useTranslation('public-history');
  const { token = '' } = useParams();
  const [months, setMonths] = useState<Months>(12);
  const { proof, locked, ended, unlock, history, close } = useHistory(token, months);
  return (
    <Page title={t('title')} back={{ to: `/t/${token}`, label: t('back') }}>
      {locked ? (
        <UnlockForm unlock={unlock} ended={ended} />
      ) : history.data ? (
        <HistoryView
          history={history.data}
          access={{ token, proof }}
          months={months}
          busy={history.isPlaceholderData}
          onMonths={setMonths}
          onClose={close}
        />
      ) : history.error ? (
        <ProblemCard error={history.error} onRetry={() => void history.refetch()} />
      ) : (
        <CardsWait />
      )}
    </Page>
  );
}
