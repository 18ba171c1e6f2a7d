import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Selection } from '../../../../components/list-page/use-selection';
import { MoveDialog } from './move-dialog';

/** Moves the customers that are ticked, or everybody of the filter: a route that is planned anew. */
export function MoveSelected({ selection }: { selection: Selection }) {
  const { t } = useTranslation('customers');
  const [asking, dialog] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" onClick={dialog.open}>
        {t('move.many')}
      </Button>
      {asking && (
        <MoveDialog asked={selection.asked} onClose={dialog.close} onDone={selection.clear}>
          {t('move.selected')}
        </MoveDialog>
      )}
    </>
  );
}
