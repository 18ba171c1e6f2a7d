import type { PublicInquiryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Digits } from '../pieces/digits';
import pieces from '../pieces/pieces.module.css';
import classes from './bill.module.css';

export function CustomerCard({ customer }: { customer: PublicInquiryDto['customer'] }) {
  const { t } = useTranslation('public-pay');
  return (
    <section className={pieces.card} aria-label={t('customer.label')}>
      <p className={classes.customerName}>{customer.name}</p>
      <p>{customer.address}</p>
      <p className={pieces.dim}>
        <Digits value={customer.customer_number} /> · {customer.tariff_category}
      </p>
      <p className={pieces.dim}>{t('customer.masked')}</p>
    </section>
  );
}
