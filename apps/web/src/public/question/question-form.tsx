import { CONTACT, singleLine } from '@tirtapay/domain';
import type { QuestionBody } from '@tirtapay/api-client';
import type { ReactNode, SubmitEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { fieldText } from '../../lib/field-words';
import { Icon } from '../../components/icon';
import { useWait } from '../../components/page/use-wait';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import { useWaitingTime } from '../pieces/use-waiting-time';
import classes from './question.module.css';

const LEAST = 10;
const MOST = 1_000;
/** From here on the page counts along. */
const NEAR_THE_END = 200;

interface Written {
  name: string;
  contact: string;
  number: string;
  question: string;
}
type Field = keyof Written;

const EMPTY: Written = { name: '', contact: '', number: '', question: '' };

function wrongFields({ name, contact, question }: Written): ReadonlySet<Field> {
  const wrong = new Set<Field>();
  if (singleLine(name).length < 2) wrong.add('name');
  if (!CONTACT.accepts(singleLine(contact))) wrong.add('contact');
  if (question.trim().length < LEAST) wrong.add('question');
  return wrong;
}

interface FieldBoxProps {
  name: Field;
  label: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  children: (described: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}

function FieldBox({ name, label, hint, wrong, children }: FieldBoxProps) {
  const said = wrong ?? hint;
  return (
    <div className={classes.field}>
      <label className="tp-label" htmlFor={name}>
        {label}
      </label>
      {children({
        id: name,
        ...(said !== undefined && { 'aria-describedby': `${name}-hint` }),
        ...(wrong !== undefined && { 'aria-invalid': true as const }),
      })}
      {said !== undefined && (
        <p
          id={`${name}-hint`}
          className={wrong === undefined ? 'tp-hint' : classes.wrong}
          {...(wrong !== undefined && { role: 'alert' })}
        >
          {wrong !== undefined && <Icon name="warning" size={16} />} {said}
        </p>
      )}
    </div>
  );
}

interface QuestionFormProps {
  pending: boolean;
  error: unknown;
  onAsk: (body: QuestionBody) => void;
}

/** What is wrong stands at its field; what was written stays, whatever the answer. */
export function QuestionForm({ pending, error, onAsk }: QuestionFormProps) {
  const { t } = useTranslation('public-info');
  const wait = useWait();
  const left = useWaitingTime(error);
  const [written, setWritten] = useState(EMPTY);
  const [wrong, setWrong] = useState<ReadonlySet<Field>>(new Set());
  const input = (name: Field) => ({
    name,
    className: 'tp-input',
    value: written[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWritten((now) => ({ ...now, [name]: value }));
      setWrong((now) => new Set([...now].filter((field) => field !== name)));
    },
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending || left > 0) return;
    const found = wrongFields(written);
    setWrong(found);
    const [first] = found;
    if (first !== undefined) {
      event.currentTarget.querySelector<HTMLElement>(`#${first}`)?.focus();
      return;
    }
    const number = written.number.trim();
    onAsk({
      name: written.name,
      contact: written.contact,
      question: written.question,
      ...(number !== '' && { customer_number: number }),
    });
  };
  // What only the server refuses, for instance a character nobody can print, stands at its field as well.
  const refused = new Map(
    error instanceof ApiProblem ? error.fieldErrors.map((field) => [field.pointer, fieldText(field)]) : [],
  );
  const letters = MOST - written.question.length;
  return (
    <form className={`${pieces.card} ${classes.form}`} noValidate onSubmit={submit}>
      <FieldBox
        name="name"
        label={t('ask.name')}
        wrong={wrong.has('name') ? t('ask.wrongName') : refused.get('/name')}
      >
        {(described) => (
          <input {...input('name')} {...described} autoComplete="name" maxLength={100} required />
        )}
      </FieldBox>
      <FieldBox
        name="contact"
        label={t('ask.contact')}
        hint={t('ask.contactHint')}
        wrong={wrong.has('contact') ? t('ask.wrongContact') : refused.get('/contact')}
      >
        {(described) => (
          <input {...input('contact')} {...described} autoComplete="tel" maxLength={120} required />
        )}
      </FieldBox>
      <FieldBox name="number" label={t('ask.number')} wrong={refused.get('/customer_number')}>
        {(described) => <input {...input('number')} {...described} autoComplete="off" maxLength={32} />}
      </FieldBox>
      <FieldBox
        name="question"
        label={t('ask.question')}
        hint={letters <= NEAR_THE_END ? t('ask.left', { count: letters }) : t('ask.questionHint')}
        wrong={wrong.has('question') ? t('ask.wrongQuestion') : refused.get('/question')}
      >
        {(described) => (
          <textarea
            {...input('question')}
            {...described}
            className={`tp-input ${classes.text}`}
            maxLength={MOST}
            rows={6}
            required
          />
        )}
      </FieldBox>
      <button className={`tp-button ${classes.send}`} type="submit" aria-disabled={pending || left > 0}>
        {left > 0 ? t('ask.waiting', { wait: wait(left) }) : t(pending ? 'ask.sending' : 'ask.submit')}
      </button>
      {error != null && refused.size === 0 && <ProblemCard error={error} waitSaid={left > 0} />}
    </form>
  );
}
