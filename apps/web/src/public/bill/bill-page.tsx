import type { PublicInquiryDto } from '@tirtapay/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { infoQuery, inquiryQuery } from '../api/queries';
import { isRefusal } from '../api/refusal';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import { Amounts } from '../pieces/amounts';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import classes from './bill.module.css';
import { amountsOf, chosenCount, chosenSearch, countAfterTick } from './chosen-sheets';
import { CorrectionCard } from './correction-card';
import { CreditCard } from './credit-card';
import { CustomerCard } from './customer-card';
import { HistoryLink } from './history-link';
import { LastPayment } from './last-payment';
import { SheetCard } from './sheet-card';
import { UsageStory } from './usage-story';
import { useSettled } from './use-settled';

/** What is owed, and why. */
export function BillPage() {
  const { t } = useTranslation('public-pay');
  const { token = '' } = useParams();
  const { data, error, refetch } = useQuery(inquiryQuery(token));
  const owes = data === undefined || data.bills.length > 0;
  return (
    <Page
      title={t(owes ? 'bill.title' : 'bill.nothingTitle')}
      back={{ to: '/', label: t('bill.back') }}
      {...(owes && { step: 2 as const })}
    >
      {error && (!data || isRefusal(error)) ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <CardsWait />
      ) : data.bills.length === 0 ? (
        <NothingOwed inquiry={data} />
      ) : (
        <Owed inquiry={data} />
      )}
    </Page>
  );
}

function NothingOwed({ inquiry }: { inquiry: PublicInquiryDto }) {
  const { t } = useTranslation('public-pay');
  return (
    <div className={pieces.columns}>
      <div className={pieces.stack}>
        <section className={`${pieces.card} ${classes.nothing}`}>
          <span className={classes.nothingMark}>
            <Icon name="check" size={34} />
          </span>
          <h2>{t('bill.nothing')}</h2>
          <p>{t('bill.nothingHint')}</p>
          <Link className={pieces.plain} to="/">
            {t('bill.another')}
          </Link>
        </section>
      </div>
      <div className={pieces.stack}>
        <CustomerCard customer={inquiry.customer} />
        <CreditCard credit={inquiry.credit} />
        <Corrections inquiry={inquiry} />
        <LastPayment payment={inquiry.last_payment} />
        <HistoryLink />
      </div>
    </div>
  );
}

function Corrections({ inquiry }: { inquiry: PublicInquiryDto }) {
  return inquiry.corrections.map((one) => <CorrectionCard key={one.note_number} correction={one} />);
}

function Owed({ inquiry }: { inquiry: PublicInquiryDto }) {
  const { t } = useTranslation('public-pay');
  const { data: info } = useQuery(infoQuery);
  const settled = useSettled();
  const [search, setSearch] = useSearchParams();
  const { bills, customer, last_payment: payment } = inquiry;
  const newest = bills.filter(({ title }) => title === null).at(-1);
  // The address follows a moment later; a box that waited for it would jump back under the finger.
  const [chosen, setChosen] = useState(search.get('lembar'));
  const count = chosenCount(chosen, bills.length);
  const amounts = amountsOf(bills, count);
  const choose = (next: number) => {
    setChosen(String(next));
    setSearch(next < bills.length ? { lembar: String(next) } : {}, {
      replace: true,
      preventScrollReset: true,
    });
  };
  return (
    <div className={pieces.columns}>
      <div className={pieces.stack}>
        <CustomerCard customer={customer} />
        <CreditCard credit={inquiry.credit} />
        <section aria-labelledby="lembar">
          <h2 id="lembar" className={pieces.cardTitle}>
            {t('bill.open', { count: bills.length })}
          </h2>
          {bills.length > 1 && <p className={`${pieces.dim} ${classes.rule}`}>{t('bill.rule')}</p>}
          <ul className={classes.sheets}>
            {bills.map((sheet, index) => (
              <SheetCard
                key={sheet.bill_number}
                sheet={sheet}
                dispute={inquiry.disputes.find(({ bill_number: number }) => number === sheet.bill_number)}
                overdue={info !== undefined && sheet.due_date < info.business_date}
                chosen={index < count}
                choice={bills.length === 1 ? 'none' : index === 0 ? 'fixed' : 'free'}
                open={bills.length === 1}
                detailed={settled}
                onTick={(ticked) => {
                  choose(countAfterTick(index, ticked));
                }}
              />
            ))}
          </ul>
        </section>
        <Corrections inquiry={inquiry} />
        {newest && <UsageStory sheet={newest} inquiry={inquiry} />}
        <LastPayment payment={payment} />
        <HistoryLink />
      </div>
      <section className={`${pieces.card} ${classes.summary}`} aria-labelledby="ringkasan">
        <h2 id="ringkasan" className={classes.summaryTitle}>
          {t('summary.title')}
        </h2>
        <div className={classes.summaryRows} aria-live="polite">
          <Amounts
            rows={[
              { label: t('summary.sheets', { count }), amount: amounts.billAmount },
              ...(amounts.stampDuty > 0
                ? [{ label: t('summary.stampDuty'), amount: amounts.stampDuty }]
                : []),
            ]}
            total={{ label: t('summary.total'), amount: amounts.payable }}
          />
          <p className={pieces.dim}>{t('summary.fee')}</p>
        </div>
        <p className={classes.short}>
          <span className={pieces.dim}>{t('summary.sheets', { count })}</span>
          <strong>
            <Money amount={amounts.payable} />
          </strong>
        </p>
        <Link className="tp-button" to={`bayar${chosenSearch(count, bills.length)}`}>
          {t('summary.choose')}
        </Link>
      </section>
    </div>
  );
}
