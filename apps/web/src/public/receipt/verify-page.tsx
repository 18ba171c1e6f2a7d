import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { formatMoment, formatMoney } from '../../lib/format';
import { verificationQuery } from '../api/queries';
import type { Verification } from '../api/types';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import classes from './receipt.module.css';

/** Where the QR of a receipt leads: is this paper real? */
export function VerifyPage() {
  const { t } = useTranslation('public-receipt');
  const { code = '' } = useParams();
  const { data, error, refetch } = useQuery(verificationQuery(code));
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')}>
      {data ? (
        <Verdict verification={data} />
      ) : error ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : (
        <CardsWait />
      )}
    </Page>
  );
}

function Verdict({ verification }: { verification: Verification }) {
  const { t } = useTranslation('public-receipt');
  const verdict = verification.status === 'REVERSED' ? 'reversed' : verification.valid ? 'valid' : 'unknown';
  const rows = [
    { label: t('sheet.receiptNumber'), value: verification.receipt_number },
    { label: t('sheet.name'), value: verification.customer_name },
    { label: t('sheet.period'), value: verification.period_names.join(', ') || null },
    {
      label: t('sheet.totalPaid'),
      value: verification.total_amount === null ? null : formatMoney(verification.total_amount),
    },
    {
      label: t('sheet.date'),
      value: verification.posted_at === null ? null : formatMoment(verification.posted_at),
    },
  ].filter((row) => row.value !== null);
  return (
    <section
      className={`${pieces.card} ${classes.verdict}`}
      data-tone={verdict === 'valid' ? 'good' : 'bad'}
      aria-labelledby="putusan"
    >
      <div className={classes.verdictHead}>
        <Icon name={verdict === 'valid' ? 'verify' : 'warning'} size={44} />
        <h2 id="putusan">{t(`verify.${verdict}.title`)}</h2>
      </div>
      <p>{t(`verify.${verdict}.text`)}</p>
      {rows.length > 0 && (
        <dl className={classes.fields}>
          {rows.map((row) => [
            <dt key={`${row.label}-name`}>{row.label}</dt>,
            <dd key={row.label}>{row.value}</dd>,
          ])}
        </dl>
      )}
      {verdict === 'valid' && <p className={pieces.note}>{t('verify.compare')}</p>}
      <div>
        <Link className={pieces.plain} to="/">
          {t('saved.check')}
        </Link>
      </div>
    </section>
  );
}
