import type { PublicInquiryDto, PublicMethodDto } from '@tirtapay/api-client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { PAYER_METHODS } from '@tirtapay/domain';
import { Money } from '../../components/money';
import { inquiryQuery, methodsQuery } from '../api/queries';
import { isRefusal } from '../api/refusal';
import { amountsOf, chosenCount, chosenSearch } from '../bill/chosen-sheets';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import { MethodCard } from './method-card';
import classes from './method.module.css';
import { useCreateCheckout } from './use-create-checkout';

/** What is paid by itself comes first. */
const ORDER = [...PAYER_METHODS].reverse();

/** Fee, life and total of every way to pay, before one is chosen. */
export function MethodPage() {
  const { t } = useTranslation('public-pay');
  const { token = '' } = useParams();
  const [search] = useSearchParams();
  const inquiry = useQuery(inquiryQuery(token));
  const methods = useQuery(methodsQuery(token));
  const error = inquiry.error ?? methods.error;
  const open = inquiry.data?.bills.length ?? 0;
  const count = chosenCount(search.get('lembar'), open);
  return (
    <Page
      title={t('method.title')}
      back={{ to: `/t/${token}${chosenSearch(count, open)}`, label: t('method.back') }}
      step={3}
    >
      {error && (!inquiry.data || !methods.data || isRefusal(error)) ? (
        <ProblemCard
          error={error}
          onRetry={() => {
            void inquiry.refetch();
            void methods.refetch();
          }}
        />
      ) : !inquiry.data || !methods.data ? (
        <CardsWait />
      ) : open === 0 ? (
        <div className={`${pieces.card} ${pieces.stack}`}>
          <p>{t('method.nothing')}</p>
          <Link className={pieces.plain} to={`/t/${token}`}>
            {t('method.back')}
          </Link>
        </div>
      ) : (
        <Methods inquiry={inquiry.data} methods={methods.data} count={count} />
      )}
    </Page>
  );
}

function Methods({
  inquiry,
  methods,
  count,
}: {
  inquiry: PublicInquiryDto;
  methods: PublicMethodDto[];
  count: number;
}) {
  const { t } = useTranslation('public-pay');
  const { create, error, wish } = useCreateCheckout();
  const problem = useRef<HTMLDivElement>(null);
  const open = inquiry.bills.length;
  const amounts = amountsOf(inquiry.bills, count);
  useEffect(() => {
    if (error) problem.current?.scrollIntoView({ block: 'center' });
  }, [error]);
  return (
    <div className={pieces.stack}>
      <p className={classes.due}>
        <span>
          {t('method.due', { count })}
          {amounts.stampDuty > 0 && ` ${t('method.withDuty')}`}
        </span>
        <strong>
          <Money amount={amounts.payable} />
        </strong>
      </p>
      {error && (
        <div ref={problem}>
          <ProblemCard error={error} />
        </div>
      )}
      {methods.length === 0 && <p className={pieces.card}>{t('method.none')}</p>}
      {ORDER.map((kind) => {
        const offered = methods.filter((entry) => entry.method === kind);
        if (offered.length === 0) return null;
        return (
          <section key={kind} aria-labelledby={`cara-${kind}`}>
            <h2 id={`cara-${kind}`} className={pieces.cardTitle}>
              {t(`method.kind.${kind}`)}
            </h2>
            <ul className={classes.methods}>
              {offered.map((entry) => (
                <MethodCard
                  key={entry.bank.code}
                  entry={entry}
                  payable={amounts.payable}
                  least={amountsOf(inquiry.bills, 1).payable}
                  teller={`/t/${inquiry.token}/loket/${entry.bank.code}${chosenSearch(count, open)}`}
                  busy={wish?.method === entry.method && wish.bank_code === entry.bank.code}
                  locked={wish !== undefined}
                  onChoose={(method) => {
                    create({
                      method,
                      bank_code: entry.bank.code,
                      token: inquiry.token,
                      ...(count < open && { count }),
                    });
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
