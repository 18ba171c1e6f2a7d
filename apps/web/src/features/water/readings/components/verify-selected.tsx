import { Button, Loader, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import type { Selection } from '../../../../components/list-page/use-selection';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { useVerifiable, verifySelected } from '../api/readings-api';

/**
 * Verifies the readings that are ticked, after the server has said how many of them it would: one that needs a judgement of
 * its own stays where it is.
 */
export function VerifySelected({ selection }: { selection: Selection }) {
  const { t } = useTranslation('readings');
  const [asking, dialog] = useDisclosure(false);
  const preview = useVerifiable(selection.ids, asking);
  const action = useAction({
    perform: (_reason: string) => verifySelected(selection.ids),
    done: (result) => t('bulk.done', { count: result.verified }),
    onSuccess: () => {
      dialog.close();
      selection.clear();
    },
  });
  // A filter without ticked rows is what the page of verification is for.
  if (selection.everything) return null;
  return (
    <>
      <Button size="compact-sm" onClick={dialog.open}>
        {t('bulk.verify')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={t('bulk.title')}
        confirmLabel={t('bulk.verify')}
        action={action}
      >
        <div role="status">
          {preview.isFetching && <Loader size="xs" />}
          {preview.data && !preview.isFetching && (
            <>
              <Text fw={650}>{t('bulk.would', { count: preview.data.verified })}</Text>
              {preview.data.skipped.length > 0 && (
                <Text size="sm" c="dimmed">
                  {t('bulk.skipped', { count: preview.data.skipped.length })}
                </Text>
              )}
            </>
          )}
        </div>
        {preview.isError && <ProblemPanel error={preview.error} onRetry={() => void preview.refetch()} />}
      </ConfirmDialog>
    </>
  );
}
