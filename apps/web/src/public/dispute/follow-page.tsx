import { useTranslation } from 'react-i18next';
import pieces from '../pieces/pieces.module.css';
import { Page } from '../frame/page';
import { TicketForm } from './ticket-form';

/** For whoever wrote the number of a ticket down and has its address no more. */
export function FollowPage() {
  const { t } = useTranslation('public-dispute');
  return (
    <Page title={t('number.title')} lead={t('number.lead')} back={{ to: '/', label: t('ticket.back') }}>
      <section className={pieces.card}>
        <TicketForm />
      </section>
    </Page>
  );
}
