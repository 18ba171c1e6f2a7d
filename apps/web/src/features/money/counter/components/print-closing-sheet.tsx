import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { printFile } from '../../../../components/print/print-file';
import { ApiProblem } from '../../../../lib/api-problem';
import { useAction } from '../../../../lib/use-action';
import { closingSheet } from '../api/counter-api';

/** The sheet that cashier and supervisor sign. */
export function PrintClosingSheet({ shiftId }: { shiftId: number }) {
  const { t } = useTranslation('counter');
  const action = useAction({
    perform: () => closingSheet(shiftId),
    onSuccess: (sheet) => {
      printFile(`tutup-shift-${String(shiftId)}.pdf`, sheet);
    },
    onError: (error) => {
      notifications.show({
        color: 'red',
        title: t('shift.sheetFailed'),
        message: error instanceof ApiProblem ? error.title : '',
      });
    },
  });
  return (
    <Button
      leftSection={<Icon name="print" size={16} />}
      loading={action.isPending}
      onClick={() => {
        action.run(undefined);
      }}
    >
      {t('shift.sheet')}
    </Button>
  );
}
