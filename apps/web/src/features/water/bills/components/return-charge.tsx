import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { useAction } from '../../../../lib/use-action';
import { requestChargeReturn } from '../api/bills-api';

/** Makes a charge that is settled the customer's credit, by two people. */
export function ReturnCharge({ id }: { id: number }) {
  const { t } = useTranslation('bills');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (reason: string) => requestChargeReturn({ id, reason }),
    done: () => t('chargeReturn.asked'),
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
        {t('chargeReturn.ask')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('chargeReturn.title')}
        confirmLabel={t('chargeReturn.ask')}
        danger
        reason="required"
        reasonLength={10}
        action={action}
      >
        <Text size="sm">{t('chargeReturn.body')}</Text>
      </ConfirmDialog>
    </>
  );
}
