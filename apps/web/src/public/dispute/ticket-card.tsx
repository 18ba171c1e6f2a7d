import type { PublicDisputeDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatDate, formatMoment, formatNumber, formatPeriod } from '../../lib/format';
import pieces from '../pieces/pieces.module.css';
import classes from './dispute.module.css';

/** How far a doubt has come, step by step, and its answer. */
export function TicketCard({ dispute }: { dispute: PublicDisputeDto }) {
  const { t } = useTranslation('public-dispute');
  const { state, checked_at: checked, ended_at: ended, answer, note_number: note, days_held: days } = dispute;
  return (
    <section className={pieces.card} aria-labelledby="tiket">
      <h2 id="tiket" className={pieces.cardTitle}>
        {t('ticket.title', { period: dispute.title ?? formatPeriod(dispute.period) })}
      </h2>
      <strong className={classes.ticket}>{dispute.ticket_number}</strong>
      <p className={pieces.dim}>{t('ticket.keep')}</p>
      <ul className={classes.steps}>
        <li data-done>{t('ticket.opened', { at: formatMoment(dispute.opened_at) })}</li>
        {checked !== null && <li data-done>{t('ticket.checked', { at: formatMoment(checked) })}</li>}
        {ended === null ? (
          <li>{t('ticket.waiting', { date: formatDate(dispute.answer_by) })}</li>
        ) : (
          <li data-done>{t(`ticket.${state}`, { at: formatMoment(ended), note: note ?? '' })}</li>
        )}
      </ul>
      {answer !== null && <p className={`${pieces.note} ${classes.answer}`}>{answer}</p>}
      <p>
        {days === null
          ? t('ticket.held')
          : state !== 'RELEASED'
            ? t('ticket.heldCorrected')
            : t('ticket.heldDays', { days: formatNumber(days) })}
      </p>
    </section>
  );
}
