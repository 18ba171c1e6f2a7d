import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { useAction } from '../../../../lib/use-action';
import { withdrawDecision } from '../api/reconciliation-api';

/** Asks a second person to take back what was decided about a row, while its day is open. */
export function WithdrawDecision({ itemId }: { itemId: number }) {
  const { t } = useTranslation('reconciliation');
  const [asking, { open, close }] = useDisclosure(false);
  const action = useAction({
    perform: (reason: string) => withdrawDecision({ id: itemId, reason }),
    done: () => t('item.sent'),
    onSuccess: close,
  });
  return (
    <>
      <Button variant="light" color="red" onClick={open}>
        {t('item.withdraw')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={close}
        title={t('item.withdraw')}
        confirmLabel={t('item.ask')}
        danger
        reason="required"
        reasonLength={10}
        action={action}
      >
        <Text size="sm">{t('item.withdrawBody')}</Text>
      </ConfirmDialog>
    </>
  );
}
