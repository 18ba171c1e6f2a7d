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
import { MeterDigits } from './meter-digits';
import type { useCheck } from './use-check';

interface NumberFormProps {
  checking: ReturnType<typeof useCheck>;
  number: string;
  onNumber: (number: string) => void;
  children: ReactNode;
}

const COMPLETE = /^\d{4}$/;

/** Refusals the field of the digits says itself. */
const DIGIT_TROUBLE: Readonly<Record<string, 'wrong' | 'locked'>> = {
  'public.second_factor_wrong': 'wrong',
  'public.second_factor_locked': 'locked',
};

/** The twin of the form in index.html: same elements, same classes, same words. */
export function NumberForm({ checking, number, onNumber, children }: NumberFormProps) {
  const { t } = useTranslation('public');
  const wait = useWait();
  const field = useRef<HTMLInputElement>(null);
  const [early] = useState(earlyInput);
  const [remember, setRemember] = useState(early.remember);
  const [wrong, setWrong] = useState<CustomerNumberProblem>();
  const [digits, setDigits] = useState('');
  const [short, setShort] = useState(false);
  const { check, error, forget, pending, left, guarded } = checking;
  const code = error instanceof ApiProblem ? error.code : undefined;
  const unknown = code === 'customer.not_found';
  const trouble = short ? 'short' : code === undefined ? undefined : DIGIT_TROUBLE[code];

  const send = () => {
    const incomplete = digits !== '' && !COMPLETE.test(digits);
    setShort(incomplete);
    if (incomplete) return;
    const reason = check({ number, remember, digits });
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
    onNumber(text);
    setDigits('');
    setShort(false);
    // Another number need not wait for the digits of this one.
    if (error && (left === 0 || code === 'public.second_factor_locked')) forget();
    // A wrong check digit shows as soon as the twelfth digit is there; a short number is just not finished.
    const normalized = normalizeCustomerNumber(text);
    setWrong(!normalized.ok && normalized.reason === 'CHECK_DIGIT' ? 'CHECK_DIGIT' : undefined);
  };

  return (
    <form
      className="tp-card tp-form"
      action="/tagihan"
      method="post"
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
      {guarded && (
        <MeterDigits
          digits={digits}
          trouble={trouble}
          onDigits={(text) => {
            setDigits(text);
            setShort(false);
            if (error && left === 0) forget();
          }}
        />
      )}
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
      {error && code !== 'public.second_factor_required' && trouble === undefined && (
        <div className={classes.answer}>
          <ProblemCard error={error} waitSaid={left > 0} />
        </div>
      )}
      {children}
    </form>
  );
}
