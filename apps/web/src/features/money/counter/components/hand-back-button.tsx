import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { handBack, useSaleAmount } from '../api/counter-api';

/** A sale whose supplier refused it after the customer had paid: the cash goes back over the counter, once. */
export function HandBackButton({ saleId }: { saleId: number }) {
  const { t } = useTranslation('counter');
  const [asking, dialog] = useDisclosure(false);
  const amount = useSaleAmount(saleId, asking);
  const action = useAction({
    perform: (_reason: string) => handBack(saleId),
    done: (answer) => t('handBack.done', { amount: formatMoney(answer.amount) }),
    onSuccess: dialog.close,
  });
  return (
    <>
      <Button size="xs" color="red" variant="light" mt={6} onClick={dialog.open}>
        {t('handBack.button')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={t('handBack.title')}
        confirmLabel={t('handBack.confirm')}
        action={action}
      >
        <Text size="sm">
          {t('handBack.body', { amount: amount === undefined ? '…' : formatMoney(amount) })}
        </Text>
      </ConfirmDialog>
    </>
  );
}
