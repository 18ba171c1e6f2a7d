import type { HistoryAccessDto } from '@tirtapay/api-client';
import type { UseMutationResult } from '@tanstack/react-query';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { useWait } from '../../components/page/use-wait';
import { ApiProblem } from '../../lib/api-problem';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import { useWaitingTime } from '../pieces/use-waiting-time';
import classes from './history.module.css';
import { SerialPicture } from './serial-picture';

const COMPLETE = /^\d{4}$/;

interface UnlockFormProps {
  unlock: UseMutationResult<HistoryAccessDto, Error, string>;
  /** The half hour is over. */
  ended: boolean;
}

/** The second factor, with a picture of where to find it. */
export function UnlockForm({ unlock, ended }: UnlockFormProps) {
  const { t } = useTranslation('public-history');
  const wait = useWait();
  const field = useRef<HTMLInputElement>(null);
  const [digits, setDigits] = useState('');
  const [short, setShort] = useState(false);
  const { error, isPending: pending } = unlock;
  const left = useWaitingTime(error);
  const wrong = error instanceof ApiProblem && error.code === 'public.second_factor_wrong';

  useEffect(() => {
    if (wrong) field.current?.select();
  }, [wrong, error]);

  const send = () => {
    if (pending || left > 0) return;
    const complete = COMPLETE.test(digits);
    setShort(!complete);
    if (complete) unlock.mutate(digits);
    else field.current?.focus();
  };

  return (
    <div className={pieces.columns}>
      <form
        className={`${pieces.card} tp-form`}
        noValidate
        onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault();
          send();
        }}
      >
        <h2 className={pieces.cardTitle}>{t('unlock.title')}</h2>
        <p className={classes.why}>{t('unlock.why')}</p>
        {ended && !error && (
          <p className={`${pieces.note} ${classes.ended}`} role="status">
            {t('unlock.ended')}
          </p>
        )}
        <label className="tp-label" htmlFor="angka">
          {t('unlock.label')}
        </label>
        <input
          ref={field}
          className={`tp-input ${classes.digits}`}
          id="angka"
          name="angka"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          required
          value={digits}
          onChange={(event) => {
            // Typed with the letters or spaces of the plate it is still the same number.
            setDigits(event.currentTarget.value.replace(/\D/g, '').slice(-4));
            setShort(false);
            if (error && left === 0) unlock.reset();
          }}
          aria-describedby="angka-hint"
          aria-invalid={wrong || short}
        />
        <p
          className={wrong || short ? classes.wrong : 'tp-hint'}
          id="angka-hint"
          role={wrong || short ? 'alert' : undefined}
        >
          {wrong || short ? (
            <>
              <Icon name="warning" size={16} /> {t(short ? 'unlock.wrongLength' : 'unlock.wrong')}
            </>
          ) : (
            t('unlock.hint')
          )}
        </p>
        <button className={`tp-button ${classes.send}`} type="submit" aria-disabled={pending || left > 0}>
          {left > 0
            ? t('unlock.waiting', { wait: wait(left) })
            : t(pending ? 'unlock.checking' : 'unlock.submit')}
        </button>
        {error && !wrong && (
          <div className={classes.answer}>
            <ProblemCard error={error} waitSaid={left > 0} />
          </div>
        )}
      </form>
      <section className={pieces.card} aria-labelledby="nomor-meter">
        <h2 id="nomor-meter">{t('unlock.where')}</h2>
        <SerialPicture />
        <p className={pieces.dim}>{t('unlock.whereText')}</p>
        <p className={`${pieces.dim} ${classes.lost}`}>{t('unlock.lost')}</p>
      </section>
    </div>
  );
}
