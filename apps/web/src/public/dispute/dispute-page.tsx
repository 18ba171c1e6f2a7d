import { disputeReasons, type DisputeReason } from '@tirtapay/domain';
import type { PublicBillDto, PublicDisputeDto } from '@tirtapay/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { ApiProblem } from '../../lib/api-problem';
import { formatMoney, formatNumber, formatPeriod } from '../../lib/format';
import { publicApi } from '../api/call';
import { inquiryQuery } from '../api/queries';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import classes from './dispute.module.css';
import { TicketCard } from './ticket-card';

/** A customer doubts a bill he looked up. */
export function DisputePage() {
  const { t } = useTranslation('public-dispute');
  const { token = '', bill: number = '' } = useParams();
  const { data, error, refetch } = useQuery(inquiryQuery(token));
  const [opened, setOpened] = useState<PublicDisputeDto>();
  const bill = data?.bills.find(({ bill_number: one }) => one === number);
  const known = opened ?? data?.disputes.find(({ bill_number: one }) => one === number);
  return (
    <Page title={t('title')} back={{ to: `/t/${token}`, label: t('back') }}>
      {error && !data ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <CardsWait />
      ) : known ? (
        <div className={pieces.stack}>
          <TicketCard dispute={known} />
          <Link className={pieces.plain} to={`/keberatan/${known.ticket_number}`}>
            {t('follow')}
          </Link>
        </div>
      ) : bill ? (
        <DisputeForm token={token} bill={bill} onOpened={setOpened} />
      ) : (
        <section className={pieces.card}>
          <p>{t('gone')}</p>
        </section>
      )}
    </Page>
  );
}

interface FormProps {
  token: string;
  bill: PublicBillDto;
  onOpened: (dispute: PublicDisputeDto) => void;
}

const SHORTEST = 10;

/** Refusals the field of the digits says itself. */
const DIGITS_REFUSED: Readonly<Record<string, 'form.digitsWrong' | 'form.digitsLocked'>> = {
  'public.second_factor_wrong': 'form.digitsWrong',
  'public.second_factor_locked': 'form.digitsLocked',
};

function DisputeForm({ token, bill, onOpened }: FormProps) {
  const { t } = useTranslation('public-dispute');
  const client = useQueryClient();
  const reasons = disputeReasons(bill.title === null);
  const [reason, setReason] = useState<DisputeReason>(reasons[0]);
  const [statement, setStatement] = useState('');
  const [digits, setDigits] = useState('');
  const [asked, setAsked] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      publicApi.post<PublicDisputeDto>(`/inquiries/${encodeURIComponent(token)}/disputes`, {
        bill_number: bill.bill_number,
        reason,
        statement,
        meter_digits: digits,
      }),
    onSuccess: async (dispute) => {
      onOpened(dispute);
      await client.invalidateQueries({ queryKey: ['inquiry', token] });
    },
  });
  const { error, isPending: pending } = send;
  const story = useRef<HTMLTextAreaElement>(null);
  const plate = useRef<HTMLInputElement>(null);
  const code = error instanceof ApiProblem ? error.code : undefined;
  const refused = DIGITS_REFUSED[code ?? ''];
  const tooShort = statement.trim().length < SHORTEST;
  const short = asked && tooShort;
  const digitsWrong = refused ?? (asked && digits.length !== 4 ? 'form.digitsShort' : undefined);
  return (
    <form
      className={`${pieces.card} tp-form ${classes.form}`}
      noValidate
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        setAsked(true);
        if (tooShort) story.current?.focus();
        else if (digits.length !== 4) plate.current?.focus();
        else if (!pending) send.mutate();
      }}
    >
      <h2 className={pieces.cardTitle}>
        {bill.title === null
          ? t('form.about', {
              period: formatPeriod(bill.period),
              usage: formatNumber(bill.usage_m3),
              amount: formatMoney(bill.principal),
            })
          : t('form.aboutCharge', { title: bill.title, amount: formatMoney(bill.principal) })}
      </h2>
      <p>{t('form.what')}</p>
      <label className="tp-label" htmlFor="perihal">
        {t('form.reason')}
      </label>
      <select
        className={`tp-input ${classes.field}`}
        id="perihal"
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value as DisputeReason);
        }}
      >
        {reasons.map((one) => (
          <option key={one} value={one}>
            {t(`reason.${one}`)}
          </option>
        ))}
      </select>
      <label className="tp-label" htmlFor="uraian">
        {t('form.statement')}
      </label>
      <textarea
        className={`tp-input ${classes.field} ${classes.statement}`}
        ref={story}
        id="uraian"
        maxLength={500}
        value={statement}
        aria-invalid={short}
        aria-describedby="uraian-hint"
        onChange={(event) => {
          setStatement(event.currentTarget.value);
        }}
      />
      <p className={short ? classes.wrong : 'tp-hint'} id="uraian-hint" role={short ? 'alert' : undefined}>
        {short ? (
          <>
            <Icon name="warning" size={16} /> {t('form.statementShort')}
          </>
        ) : (
          t('form.statementHint')
        )}
      </p>
      <label className="tp-label" htmlFor="angka">
        {t('form.digits')}
      </label>
      <input
        className="tp-input"
        ref={plate}
        id="angka"
        inputMode="numeric"
        autoComplete="off"
        maxLength={64}
        value={digits}
        aria-invalid={digitsWrong !== undefined}
        aria-describedby="angka-hint"
        onChange={(event) => {
          // Typed with the letters or spaces of the plate it is still the same number.
          setDigits(event.currentTarget.value.replace(/\D/g, '').slice(-4));
          if (refused !== undefined) send.reset();
        }}
      />
      <p
        className={digitsWrong === undefined ? 'tp-hint' : classes.wrong}
        id="angka-hint"
        role={digitsWrong === undefined ? undefined : 'alert'}
      >
        {digitsWrong === undefined ? (
          t('form.digitsHint')
        ) : (
          <>
            <Icon name="warning" size={16} /> {t(digitsWrong)}
          </>
        )}
      </p>
      <button className="tp-button" type="submit" aria-disabled={pending}>
        {t(pending ? 'form.sending' : 'form.send')}
      </button>
      {error && refused === undefined && <ProblemCard error={error} />}
    </form>
  );
}
