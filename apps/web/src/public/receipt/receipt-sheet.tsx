import type { PublicReceiptDto } from '@tirtapay/api-client';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../components/icon';
import { Money } from '../../components/money';
import { channelName } from '../../lib/channel-name';
import { formatMoment, formatMoney, formatNumber, formatPeriod } from '../../lib/format';
import { standRanges } from '../../lib/stand-ranges';
import { Digits } from '../pieces/digits';
import pieces from '../pieces/pieces.module.css';
import { receiptAmounts } from './receipt-amounts';
import classes from './receipt.module.css';
import { Skeleton } from '../pieces/waiting';

const VerificationQr = lazy(async () => ({ default: (await import('./verification-qr')).VerificationQr }));

/** The words and their order are those of the invoice format "INVOICE PEMBAYARAN AIR PDAM". */
export function ReceiptSheet({ receipt }: { receipt: PublicReceiptDto }) {
  const { t } = useTranslation('public-receipt');
  const { bills, customer } = receipt;
  const reversed = receipt.status === 'REVERSED';
  // Paid out of the customer's own credit: no bank, and no reference of one.
  const ofCredit = receipt.channel === 'CREDIT';
  const amounts = receiptAmounts(receipt);
  return (
    <article className={classes.paper} data-reversed={reversed || undefined}>
      <header className={classes.head}>
        <p>
          <strong>{receipt.utility.name}</strong>
          <br />
          {receipt.utility.address} · {receipt.utility.phone}
        </p>
        <h2>{t('sheet.title')}</h2>
        <span className={pieces.mark} data-tone={reversed ? 'bad' : 'good'}>
          <Icon name={reversed ? 'close' : 'check'} size={16} />
          {t(reversed ? 'sheet.reversed' : 'sheet.posted')}
        </span>
      </header>
      <dl className={classes.fields}>
        <dt>{t('sheet.receiptNumber')}</dt>
        <dd>{receipt.receipt_number}</dd>
        <dt>{t('sheet.name')}</dt>
        <dd>{customer.name}</dd>
        <dt>{t('sheet.address')}</dt>
        <dd>{customer.address}</dd>
        <dt>{t('sheet.customerNumber')}</dt>
        <dd>
          <Digits value={customer.customer_number} />
        </dd>
        <dt>{t('sheet.period')}</dt>
        <dd>{bills.map((bill) => bill.title ?? formatPeriod(bill.period)).join(', ')}</dd>
      </dl>
      <table className={classes.bills} aria-label={t('sheet.bills')}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.month')}</th>
            <th scope="col">{t('sheet.stands')}</th>
            <th scope="col">{t('sheet.total')}</th>
          </tr>
        </thead>
        <tbody>
          {bills.map((bill) => (
            <tr key={bill.bill_number}>
              <td>{bill.title ?? formatPeriod(bill.period)}</td>
              <td>
                {(bill.title === undefined ? standRanges(bill) : []).map(({ meter, from, to }) => (
                  <div key={meter}>
                    {formatNumber(from)}–{formatNumber(to)}
                    {meter !== 'ONLY' && (
                      <span>{t(meter === 'OLD' ? 'sheet.oldMeter' : 'sheet.newMeter')}</span>
                    )}
                  </div>
                ))}
                {bill.title === undefined && <span>{formatNumber(bill.usage_m3)} m³</span>}
              </td>
              <td>
                <Money amount={bill.total} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className={`${classes.fields} ${classes.money}`}>
        {amounts.map((row) => (
          <div key={row.name} data-sum={row.name === 'totalPaid' || undefined}>
            <dt>{t(`sheet.${row.name}`)}</dt>
            <dd>
              <Money amount={row.amount} />
            </dd>
          </div>
        ))}
      </dl>
      {receipt.waivers.map(({ programme, amount }) => (
        <p key={programme} className={pieces.note}>
          {t('sheet.waiver', { programme, amount: formatMoney(amount) })}
        </p>
      ))}
      {receipt.credit_left > 0 && (
        <p className={pieces.note}>{t('sheet.creditLeft', { amount: formatMoney(receipt.credit_left) })}</p>
      )}
      <p className={classes.words}>
        <span>{t('sheet.words')}</span> {receipt.terbilang}
      </p>
      <div className={classes.foot}>
        <dl className={classes.fields}>
          <dt>{t('sheet.date')}</dt>
          <dd>{formatMoment(receipt.posted_at)}</dd>
          <dt>{t('sheet.channel')}</dt>
          <dd>
            {ofCredit ? null : `${receipt.bank.name} · `}
            {channelName(receipt.channel)}
          </dd>
          {ofCredit ? null : (
            <>
              <dt>{t('sheet.reference')}</dt>
              <dd>{receipt.bank_reference}</dd>
            </>
          )}
          <dt>{t('sheet.status')}</dt>
          <dd>{t(reversed ? 'sheet.statusReversed' : 'sheet.statusPosted')}</dd>
        </dl>
        <div className={classes.verify}>
          <Suspense fallback={<Skeleton width={132} height={132} />}>
            <VerificationQr url={receipt.verification_url} />
          </Suspense>
          <Link to={new URL(receipt.verification_url, location.origin).pathname}>{t('sheet.verify')}</Link>
        </div>
      </div>
      <p className={classes.valid}>{t(reversed ? 'sheet.invalidNote' : 'sheet.validNote')}</p>
    </article>
  );
}
