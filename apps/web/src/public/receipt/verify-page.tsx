import type { ReceiptVerificationDto } from '@tirtapay/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { ApiProblem } from '../../lib/api-problem';
import { formatMoment, formatMoney } from '../../lib/format';
import { verificationQuery } from '../api/queries';
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
      {data !== undefined || isUnknown(error) ? (
        <Verdict verification={data} />
      ) : error ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : (
        <CardsWait />
      )}
    </Page>
  );
}

/** No receipt under this code is an answer here, not a failure. */
function isUnknown(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'receipt.not_found';
}

function Verdict({ verification }: { verification: ReceiptVerificationDto | undefined }) {
  const { t } = useTranslation('public-receipt');
  const verdict = verification === undefined ? 'unknown' : verification.valid ? 'valid' : 'reversed';
  const rows =
    verification === undefined
      ? []
      : [
          { label: t('sheet.receiptNumber'), value: verification.receipt_number },
          { label: t('sheet.name'), value: verification.customer_name },
          { label: t('sheet.period'), value: verification.period_names.join(', ') },
          { label: t('sheet.totalPaid'), value: formatMoney(verification.total_amount) },
          { label: t('sheet.date'), value: formatMoment(verification.posted_at) },
        ];
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
