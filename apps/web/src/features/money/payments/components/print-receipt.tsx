import { Button, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { ApiProblem } from '../../../../lib/api-problem';
import { useAction } from '../../../../lib/use-action';
import { printReceipt } from '../api/payments-api';

/** Every press is one more print, and the server marks it so. */
export function PrintReceipt({ paymentId }: { paymentId: number }) {
  const { t } = useTranslation('payments');
  const action = useAction({
    perform: printReceipt,
    onError: (error) => {
      notifications.show({
        color: 'red',
        title: t('detail.printFailed'),
        message: error instanceof ApiProblem ? error.title : '',
      });
    },
  });
  return (
    <Tooltip label={t('detail.printHint')}>
      <Button
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        loading={action.isPending}
        onClick={() => {
          action.run(paymentId);
        }}
      >
        {t('detail.print')}
      </Button>
    </Tooltip>
  );
}
