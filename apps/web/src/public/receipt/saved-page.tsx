import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { formatMoment, formatMoney } from '../../lib/format';
import { Page } from '../frame/page';
import pieces from '../pieces/pieces.module.css';
import { forgetReceipt, readKept } from './kept-receipts';
import { ReceiptManifest } from './receipt-manifest';
import classes from './receipt.module.css';

/** Receipts on this phone; what the installed page opens with, also without a connection. */
export function SavedPage() {
  const { t } = useTranslation('public-receipt');
  const [kept, setKept] = useState(readKept);
  return (
    <Page title={t('saved.title')} lead={t('saved.lead')}>
      <ReceiptManifest />
      {kept.length === 0 ? (
        <div className={`${pieces.card} ${pieces.stack}`}>
          <p>{t('saved.none')}</p>
          <div>
            <Link className={pieces.plain} to="/">
              {t('saved.check')}
            </Link>
          </div>
        </div>
      ) : (
        <ul className={classes.saved}>
          {kept.map((entry) => (
            <li key={entry.token} className={pieces.card}>
              <Link to={`/bukti/${entry.token}`}>
                <strong>{formatMoney(entry.total_amount)}</strong>
                <br />
                {entry.receipt_number}
                <br />
                <span className={pieces.dim}>{formatMoment(entry.posted_at)}</span>
              </Link>
              <button
                type="button"
                className={classes.remove}
                aria-label={t('saved.remove', { number: entry.receipt_number })}
                title={t('saved.remove', { number: entry.receipt_number })}
                onClick={() => void forgetReceipt(entry.token).then(setKept)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
