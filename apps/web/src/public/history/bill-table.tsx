import type { HistoryBillDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../components/money';
import { formatDateShort, formatMoney, formatNumber, formatPeriod } from '../../lib/format';
import { standRanges } from '../../lib/stand-ranges';
import pieces from '../pieces/pieces.module.css';
import classes from './history.module.css';
import { MeterPhoto } from './meter-photo';

/** What opens the photos of the months. */
export interface HistoryAccess {
  token: string;
  proof: string;
}

interface BillTableProps {
  bills: HistoryBillDto[];
  since: string;
  access: HistoryAccess;
}

/** A month a row: read by thumb at 320 px, so what belongs to the month stands below its name. */
export function BillTable({ bills, since, access }: BillTableProps) {
  const { t } = useTranslation('public-history');
  return (
    <section className={pieces.card} aria-labelledby="per-bulan">
      <h2 id="per-bulan">{t('bills.title')}</h2>
      <table className={classes.table} aria-label={t('bills.caption', { period: formatPeriod(since) })}>
        <thead>
          <tr>
            <th scope="col">{t('bills.month')}</th>
            <th scope="col">
              <abbr title={t('bills.usage')}>m³</abbr>
            </th>
            <th scope="col">{t('bills.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => (
            <BillRow key={bill.bill_number} bill={bill} access={access} />
          ))}
        </tbody>
      </table>
      {bills.some((bill) => bill.penalty > 0) && <p className={pieces.dim}>{t('bills.withPenalty')}</p>}
    </section>
  );
}

const STANDS_OF = { ONLY: 'bills.stands', OLD: 'bills.standsOld', NEW: 'bills.standsNew' } as const;

/** Whether it is owed, was paid, or is owed by instalments. */
function BillMark({ bill: { paid_at: paidAt, plan } }: { bill: HistoryBillDto }) {
  const { t } = useTranslation('public-history');
  if (plan !== null)
    return (
      <>
        <span className={pieces.mark}>{t('bills.plan', { count: plan.instalments })}</span>
        <span className={classes.small}>
          {t(plan.broken ? 'bills.planBroken' : 'bills.planPaid', {
            date: formatDateShort(plan.agreed_on),
            paid: formatNumber(plan.paid_instalments),
            count: plan.instalments,
          })}
        </span>
      </>
    );
  return paidAt === null ? (
    <span className={pieces.mark} data-tone="warn">
      {t('bills.open')}
    </span>
  ) : (
    <span className={pieces.mark} data-tone="good">
      {t('bills.paid', { date: formatDateShort(paidAt) })}
    </span>
  );
}

function BillRow({ bill, access }: { bill: HistoryBillDto; access: HistoryAccess }) {
  const { t } = useTranslation('public-history');
  const name = formatPeriod(bill.period);
  const [photo, setPhoto] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          {name}
          <span className={classes.small}>
            {standRanges(bill)
              .map(({ meter, from, to }) =>
                t(STANDS_OF[meter], { previous: formatNumber(from), current: formatNumber(to) }),
              )
              .join(' · ')}
            {bill.estimated && <span className={classes.star}> {t('bills.estimated')}</span>}
          </span>
          <span className={classes.below}>
            <BillMark bill={bill} />
            {bill.receipt_token !== null && (
              <Link
                className={classes.link}
                to={`/bukti/${bill.receipt_token}`}
                aria-label={t('bills.receiptOf', { period: name })}
              >
                {t('bills.receipt')}
              </Link>
            )}
            {bill.has_photo && (
              <button
                type="button"
                className={`${classes.link} ${classes.photoButton}`}
                aria-expanded={photo}
                onClick={() => {
                  setPhoto(!photo);
                }}
              >
                {t(photo ? 'photo.hide' : 'photo.show')}
                <span className={pieces.unseen}>{name}</span>
              </button>
            )}
          </span>
        </th>
        <td>{formatNumber(bill.usage_m3)}</td>
        <td>
          <Money amount={bill.total} />
          {bill.penalty > 0 && (
            <span className={classes.small}>{t('bills.penalty', { amount: formatMoney(bill.penalty) })}</span>
          )}
        </td>
      </tr>
      {photo && (
        <tr className={classes.photoRow}>
          <td colSpan={3}>
            <MeterPhoto {...access} period={bill.period} />
          </td>
        </tr>
      )}
    </>
  );
}
