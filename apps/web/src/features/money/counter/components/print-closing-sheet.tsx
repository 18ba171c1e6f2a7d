import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { printFile } from '../../../../components/print/print-file';
import { ApiProblem } from '../../../../lib/api-problem';
import { useAction } from '../../../../lib/use-action';
import { closingSheet } from '../api/counter-api';

/** The sheet that cashier and supervisor sign. */
export function PrintClosingSheet({ shiftId }: { shiftId: number }) {
  const { t } = useTranslation('counter');
  const button = useRef<HTMLButtonElement>(null);
  const back = () => button.current?.focus();
  const action = useAction({
    perform: () => closingSheet(shiftId),
    onSuccess: (sheet) => {
      printFile(`tutup-shift-${String(shiftId)}.pdf`, sheet, back);
    },
    onErrorTells: true,
    onError: (error) => {
      notifications.show({
        color: 'red',
        title: t('shift.sheetFailed'),
        message: error instanceof ApiProblem ? error.title : '',
      });
    },
  });
  // A button that waits cannot hold the cursor: it comes back when the waiting ends.
  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && !action.isPending) button.current?.focus();
    waited.current = action.isPending;
  }, [action.isPending]);
  return (
    <Button
      ref={button}
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
