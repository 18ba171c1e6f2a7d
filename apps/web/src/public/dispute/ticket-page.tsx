import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { disputeQuery } from '../api/queries';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import { ProblemCard } from '../pieces/problem-card';
import { TicketCard } from './ticket-card';

/** What became of a doubt, for whoever has its ticket number. */
export function TicketPage() {
  const { t } = useTranslation('public-dispute');
  const { ticket = '' } = useParams();
  const { data, error, refetch } = useQuery(disputeQuery(ticket));
  return (
    <Page title={t('ticket.page')} back={{ to: '/', label: t('ticket.back') }}>
      {data ? (
        <TicketCard dispute={data} />
      ) : error ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : (
        <CardsWait />
      )}
    </Page>
  );
}
