import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { useAction } from '../../../../lib/use-action';
import { requestCancellation } from '../api/bills-api';

/** Takes back a charge that was billed by mistake, by two people. */
export function CancelCharge({ id }: { id: number }) {
  const { t } = useTranslation('bills');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (reason: string) => requestCancellation({ id, reason }),
    done: () => t('cancel.asked'),
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
        {t('cancel.ask')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('cancel.title')}
        confirmLabel={t('cancel.ask')}
        danger
        reason="required"
        reasonLength={10}
        action={action}
      >
        <Text size="sm">{t('cancel.body')}</Text>
      </ConfirmDialog>
    </>
  );
}
