import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import type { PaymentDetailDto } from '@tirtapay/api-client';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { requestReversal } from '../api/payments-api';

/** Asks for a reversal; a second person carries it out by approving. */
export function ReversalRequest({ payment }: { payment: PaymentDetailDto }) {
  const { t } = useTranslation('payments');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (reason: string) => requestReversal({ id: payment.id, reason }),
    done: () => t('reversal.sent'),
    onSuccess: () => {
      setAsking(false);
    },
  });
  return (
    <>
      <Button
        variant="light"
        color="red"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('reversal.request')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('reversal.title')}
        confirmLabel={t('reversal.request')}
        danger
        reason="required"
        reasonLength={10}
        action={action}
      >
        <Text size="sm">
          {t('reversal.body', { number: payment.receipt_number, amount: formatMoney(payment.total_amount) })}
        </Text>
      </ConfirmDialog>
    </>
  );
}
