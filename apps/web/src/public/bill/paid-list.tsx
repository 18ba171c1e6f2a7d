import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatMoment, formatPeriod } from '../../lib/format';
import type { Inquiry } from '../api/types';
import pieces from '../pieces/pieces.module.css';
import classes from './bill.module.css';

/** The receipt's address is absolute, for the bank; inside the pages only its path counts. */
function pathOf(address: string): string {
  return new URL(address, location.origin).pathname;
}

export function PaidList({ paid }: { paid: Inquiry['paid_recently'] }) {
  const { t } = useTranslation('public-pay');
  if (paid.length === 0) return null;
  return (
    <section className={pieces.card} aria-labelledby="terbayar">
      <h2 id="terbayar">{t('paid.title')}</h2>
      <ul className={classes.paid}>
        {paid.map((entry) => (
          <li key={entry.period}>
            <span>
              <strong>{formatPeriod(entry.period)}</strong>
              <br />
              <span className={pieces.dim}>{t('paid.at', { moment: formatMoment(entry.paid_at) })}</span>
            </span>
            {entry.receipt_url && <Link to={pathOf(entry.receipt_url)}>{t('paid.receipt')}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}
