import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { Icon } from '../../components/icon';
import classes from './dispute.module.css';
import { ticketOf } from './ticket-number';

/** Asks for the number of a ticket, as it stands on the note somebody kept. */
export function TicketForm({ known = '' }: { known?: string }) {
  const { t } = useTranslation('public-dispute');
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(known);
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className={`tp-form ${classes.form}`}
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        const ticket = ticketOf(typed);
        setWrong(ticket === null);
        if (ticket === null) field.current?.focus();
        else void navigate(`/keberatan/${ticket}`);
      }}
    >
      <label className="tp-label" htmlFor="nomor-tiket">
        {t('number.label')}
      </label>
      <input
        ref={field}
        className={`tp-input ${classes.field}`}
        id="nomor-tiket"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={32}
        value={typed}
        aria-invalid={wrong}
        aria-describedby="nomor-tiket-hint"
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <p
        className={wrong ? classes.wrong : 'tp-hint'}
        id="nomor-tiket-hint"
        role={wrong ? 'alert' : undefined}
      >
        {wrong ? (
          <>
            <Icon name="warning" size={16} /> {t('number.wrong')}
          </>
        ) : (
          t('number.hint')
        )}
      </p>
      <button className="tp-button" type="submit">
        {t('number.send')}
      </button>
    </form>
  );
}
