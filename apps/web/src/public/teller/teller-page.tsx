import type { PublicInquiryDto, TellerInstructionsDto } from '@tirtapay/api-client';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { currentLanguage } from '../../i18n';
import { Icon } from '../../components/icon';
import { infoQuery, inquiryQuery, tellerQuery } from '../api/queries';
import { isRefusal } from '../api/refusal';
import { amountsOf, chosenCount, chosenSearch } from '../bill/chosen-sheets';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import { Amounts } from '../pieces/amounts';
import { CopyButton } from '../pieces/copy-button';
import { Digits } from '../pieces/digits';
import { Disclosure } from '../pieces/disclosure';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import { Barcode } from './barcode';
import { NearestCounters } from './nearest-counters';
import classes from './teller.module.css';

/** What to say and bring at the bank's counter. */
export function TellerPage() {
  const { t } = useTranslation('public-pay');
  const { token = '', bank = '' } = useParams();
  const [search] = useSearchParams();
  const inquiry = useQuery(inquiryQuery(token));
  const teller = useQuery(tellerQuery(token, bank, currentLanguage()));
  const error = inquiry.error ?? teller.error;
  const open = inquiry.data?.bills.length ?? 0;
  const count = chosenCount(search.get('lembar'), open);
  return (
    <Page
      title={teller.data ? t('teller.titleAt', { bank: teller.data.bank.name }) : t('teller.title')}
      back={{ to: `/t/${token}/bayar${chosenSearch(count, open)}`, label: t('teller.back') }}
      step={4}
    >
      {error && (!inquiry.data || !teller.data || isRefusal(error)) ? (
        <ProblemCard
          error={error}
          onRetry={() => {
            void inquiry.refetch();
            void teller.refetch();
          }}
        />
      ) : !inquiry.data || !teller.data ? (
        <CardsWait />
      ) : open === 0 ? (
        <div className={`${pieces.card} ${pieces.stack}`}>
          <p>{t('method.nothing')}</p>
          <Link className={pieces.plain} to={`/t/${token}`}>
            {t('method.back')}
          </Link>
        </div>
      ) : (
        <Instructions inquiry={inquiry.data} teller={teller.data} count={count} />
      )}
    </Page>
  );
}

interface InstructionsProps {
  inquiry: PublicInquiryDto;
  teller: TellerInstructionsDto;
  count: number;
}

function Instructions({ inquiry, teller, count }: InstructionsProps) {
  const { t } = useTranslation('public-pay');
  const shown = useRef<HTMLSpanElement>(null);
  const { customer, bills } = inquiry;
  const code = teller.pay_code;
  const counter = teller.instructions.find((entry) => entry.channel === 'TELLER');
  const others = teller.instructions.filter((entry) => entry !== counter);
  const amounts = amountsOf(bills, count);
  const { data: info } = useQuery(infoQuery);
  return (
    <div className={pieces.columns}>
      <div className={pieces.stack}>
        <section className={`${pieces.card} ${classes.code}`} aria-labelledby="kode">
          <h2 id="kode">{t('teller.code')}</h2>
          <p className={classes.number}>
            <Digits value={code} ref={shown} />
          </p>
          <Barcode digits={code} />
          <div className={pieces.noPrint}>
            <CopyButton value={code} what={t('teller.code')} shown={shown} />
          </div>
          <p className={pieces.dim}>
            {t('teller.inName', { name: customer.name, address: customer.address })}
          </p>
        </section>
        <section className={pieces.card} aria-labelledby="langkah">
          <h2 id="langkah">{t('teller.steps')}</h2>
          <p className={classes.bring}>{t('teller.bring')}</p>
          <ol className={pieces.steps}>
            {counter?.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          {count < bills.length && (
            <p className={pieces.note} data-tone="warn">
              {t('teller.oldestOnly', { count })}
            </p>
          )}
        </section>
        <NearestCounters token={inquiry.token} bank={teller.bank} />
        {others.length > 0 && (
          <section className={`${pieces.card} ${pieces.noPrint}`} aria-labelledby="saluran">
            <h2 id="saluran">{t('teller.others')}</h2>
            {others.map((entry) => (
              <Disclosure key={entry.channel} label={entry.label}>
                <ol className={pieces.steps}>
                  {entry.steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              </Disclosure>
            ))}
          </section>
        )}
      </div>
      <div className={pieces.stack}>
        <section className={pieces.card} aria-labelledby="bayaran">
          <h2 id="bayaran">{t('teller.amount')}</h2>
          <Amounts
            rows={[
              { label: t('summary.sheets', { count }), amount: amounts.billAmount },
              ...(amounts.stampDuty > 0
                ? [{ label: t('summary.stampDuty'), amount: amounts.stampDuty }]
                : []),
              { label: t('summary.adminFee'), amount: teller.admin_fee },
            ]}
            total={{ label: t('summary.total'), amount: amounts.payable + teller.admin_fee }}
          />
          <p className={`${pieces.dim} ${classes.today}`}>{t('teller.today')}</p>
        </section>
        {info && (
          <section className={pieces.card} aria-labelledby="kantor">
            <h2 id="kantor">{t('teller.office')}</h2>
            <p>
              <strong>{info.utility.name}</strong>
            </p>
            <p>{info.utility.address}</p>
            <p className={pieces.dim}>{info.utility.hours}</p>
          </section>
        )}
        <button
          type="button"
          className={`${pieces.plain} ${pieces.noPrint}`}
          onClick={() => {
            print();
          }}
        >
          <Icon name="print" size={18} />
          {t('teller.print')}
        </button>
      </div>
    </div>
  );
}
