import type { PaymentDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../../../components/form/reason-button';
import { formatMoney } from '../../../../lib/format';
import { requestReversal } from '../api/payments-api';

/** Asks for a reversal; a second person carries it out by approving. */
export function ReversalRequest({ payment }: { payment: PaymentDetailDto }) {
  const { t } = useTranslation('payments');
  const { receipt_number: number, total_amount: total } = payment;
  return (
    <ReasonButton
      label={t('reversal.request')}
      title={t('reversal.title')}
      body={t('reversal.body', { number, amount: formatMoney(total) })}
      danger
      reasonLength={10}
      perform={(reason) => requestReversal({ id: payment.id, reason })}
      done={() => t('reversal.sent')}
    />
  );
}
