import { normalizeCustomerNumber } from '@tirtapay/domain';
import type { CustomerNumberProblem } from '@tirtapay/domain';
import type { ReactNode, SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon';
import { useWait } from '../../components/page/use-wait';
import { ApiProblem } from '../../lib/api-problem';
import { ProblemCard } from '../pieces/problem-card';
import classes from './check.module.css';
import { earlyInput, forgetEarlyInput } from './early-input';
import type { useCheck } from './use-check';

interface NumberFormProps {
  checking: ReturnType<typeof useCheck>;
  children: ReactNode;
}

/** The twin of the form in index.html: same elements, same classes, same words. */
export function NumberForm({ checking, children }: NumberFormProps) {
  const { t } = useTranslation('public');
  const wait = useWait();
  const field = useRef<HTMLInputElement>(null);
  const [early] = useState(earlyInput);
  const [number, setNumber] = useState(early.number);
  const [remember, setRemember] = useState(early.remember);
  const [wrong, setWrong] = useState<CustomerNumberProblem>();
  const { check, error, forget, pending, left } = checking;
  const unknown = error instanceof ApiProblem && error.code === 'customer.not_found';

  const send = () => {
    const reason = check({ number, remember });
    setWrong(reason);
    if (reason) field.current?.focus();
  };
  const sendEarly = useRef(early.sent ? send : undefined);
  useEffect(() => {
    forgetEarlyInput();
    if (early.focused) field.current?.focus();
    sendEarly.current?.();
    sendEarly.current = undefined;
  }, [early]);

  const type = (text: string) => {
    setNumber(text);
    if (error && left === 0) forget();
    // A wrong check digit shows as soon as the twelfth digit is there; a short number is just not finished.
    const normalized = normalizeCustomerNumber(text);
    setWrong(!normalized.ok && normalized.reason === 'CHECK_DIGIT' ? 'CHECK_DIGIT' : undefined);
  };

  return (
    <form
      className="tp-card tp-form"
      action="/"
      method="get"
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        send();
      }}
    >
      <label className="tp-label" htmlFor="nomor">
        {t('check.number')}
      </label>
      <input
        ref={field}
        className="tp-input"
        id="nomor"
        name="nomor"
        inputMode="numeric"
        autoComplete="off"
        required
        value={number}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
        aria-describedby="nomor-hint"
        aria-invalid={wrong !== undefined || unknown}
      />
      <p className={wrong ? classes.wrong : 'tp-hint'} id="nomor-hint" role={wrong && 'alert'}>
        {wrong ? (
          <>
            <Icon name="warning" size={16} /> {t(`check.wrong.${wrong}`)}
          </>
        ) : (
          t('check.hint')
        )}
      </p>
      <label className="tp-check">
        <input
          type="checkbox"
          name="ingat"
          value="1"
          checked={remember}
          onChange={(event) => {
            setRemember(event.currentTarget.checked);
          }}
        />
        <span>{t('check.remember')}</span>
      </label>
      <button className="tp-button" type="submit" aria-disabled={pending || left > 0}>
        {left > 0
          ? t('check.waiting', { wait: wait(left) })
          : t(pending ? 'check.searching' : 'check.submit')}
      </button>
      {error && (
        <div className={classes.answer}>
          <ProblemCard error={error} waitSaid={left > 0} />
        </div>
      )}
      {children}
    </form>
  );
}
