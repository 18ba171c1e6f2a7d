import type { PublicReceiptDto } from '@tirtapay/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { formatMoney } from '../../lib/format';
import { receiptQuery } from '../api/queries';
import { Page } from '../frame/page';
import { CardsWait } from '../frame/page-wait';
import pieces from '../pieces/pieces.module.css';
import { ProblemCard } from '../pieces/problem-card';
import { ShareButtons } from '../pieces/share-buttons';
import { KeepButton } from './keep-button';
import { ReceiptManifest } from './receipt-manifest';
import { ReceiptSheet } from './receipt-sheet';
import classes from './receipt.module.css';

/** The receipt by its unguessable link. */
export function ReceiptPage() {
  const { t } = useTranslation('public-receipt');
  const { token = '' } = useParams();
  const { data, error, refetch } = useQuery(receiptQuery(token));
  return (
    <Page title={t('title')}>
      <ReceiptManifest />
      {data ? (
        <div className={classes.layout}>
          <ReceiptSheet receipt={data} />
          <Actions token={token} receipt={data} />
        </div>
      ) : error ? (
        <ProblemCard error={error} onRetry={() => void refetch()} />
      ) : (
        <CardsWait />
      )}
    </Page>
  );
}

function Actions({ token, receipt }: { token: string; receipt: PublicReceiptDto }) {
  const { t } = useTranslation('public-receipt');
  return (
    <aside className={`${classes.actions} ${pieces.noPrint}`} aria-label={t('actions.label')}>
      <a
        className="tp-button"
        href={`/api/v1/public/receipts/${encodeURIComponent(token)}/pdf`}
        download={`${receipt.receipt_number.replace(/[^\w-]/g, '-')}.pdf`}
      >
        <Icon name="download" />
        {t('actions.pdf')}
      </a>
      <ShareButtons
        title={t('title')}
        text={t('actions.shareText', {
          number: receipt.receipt_number,
          total: formatMoney(receipt.total_amount),
        })}
        path={`/bukti/${token}`}
      />
      <button
        type="button"
        className={pieces.plain}
        onClick={() => {
          print();
        }}
      >
        <Icon name="print" />
        {t('actions.print')}
      </button>
      <KeepButton token={token} receipt={receipt} />
    </aside>
  );
}
