import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { disputeQuery } from '../api/queries';
import { ApiProblem } from '../../lib/api-problem';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import { ProblemCard } from '../pieces/problem-card';
import pieces from '../pieces/pieces.module.css';
import { TicketCard } from './ticket-card';
import { TicketForm } from './ticket-form';

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
        <div className={pieces.stack}>
          <ProblemCard error={error} onRetry={() => void refetch()} />
          {error instanceof ApiProblem && error.code === 'dispute.not_found' && (
            <section className={pieces.card}>
              <TicketForm key={ticket} known={ticket} />
            </section>
          )}
        </div>
      ) : (
        <CardsWait />
      )}
    </Page>
  );
}
