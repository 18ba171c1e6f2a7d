import { Text } from '@mantine/core';
import type { ShiftDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useAction } from '../../../../lib/use-action';
import { closeForCashier } from '../api/counter-api';
import { DifferenceReason } from './difference-reason';
import { PiecesCount } from './pieces-count';
import { useCount } from './use-count';

/** A supervisor counts the drawer of a cashier who is not there. */
export function CloseForDialog({ shift, onClose }: { shift: ShiftDto; onClose: () => void }) {
  const { t } = useTranslation('counter');
  const count = useCount();
  const [told, setTold] = useState(false);
  const action = useAction({
    perform: closeForCashier,
    done: ({ state }) => t(state === 'COUNTED' ? 'close.waits' : 'close.done'),
    onSuccess: onClose,
    onError: (error) => {
      setTold(count.refused(error));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('shift.closeFor')}
      pending={action.isPending}
      error={told ? undefined : action.error}
      submitLabel={t('close.submit.close')}
      onSubmit={(event) => {
        event.preventDefault();
        const body = count.read();
        if (body !== null) action.run({ id: shift.id, body });
      }}
    >
      <Text size="sm">{t('shift.closeForHint')}</Text>
      <PiecesCount typed={count.typed} onChange={count.setTyped} legend={t('close.count')} />
      <DifferenceReason count={count} />
      {count.problem !== null && (
        <Text size="sm" c="red" role="alert">
          {count.problem}
        </Text>
      )}
    </FormDialog>
  );
}
