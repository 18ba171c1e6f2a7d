import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../lib/use-action';
import { ProblemPanel } from '../page/problem-panel';
import { ExportFileRow } from './export-file-row';
import { orderFile, useExportFiles } from './export-files-api';
import classes from './export-files.module.css';

/** A file that could be written in the background, or sent at once. */
export interface ExportOffer {
  readonly address: string;
  /** How many rows it has, in words: `10.000+`. */
  readonly rows: string;
  readonly sendAtOnce: () => Promise<void>;
}

interface ExportFilesDialogProps {
  opened: boolean;
  onClose: () => void;
  offer?: ExportOffer | null;
}

/** The reader's files that are written in the background; above them the one that could be. */
export function ExportFilesDialog({ opened, onClose, offer = null }: ExportFilesDialogProps) {
  const { t } = useTranslation();
  const files = useExportFiles(opened);
  const order = useAction({ perform: orderFile });
  const atOnce = useAction({ perform: (asked: ExportOffer) => asked.sendAtOnce(), onSuccess: onClose });
  const close = () => {
    order.reset();
    atOnce.reset();
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('files.title')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        {offer !== null && !order.isSuccess && (
          <div>
            <Text size="sm">{t('files.offer', { rows: offer.rows })}</Text>
            <Group mt="sm" gap="xs">
              <Button
                loading={order.isPending}
                onClick={() => {
                  order.run(offer.address);
                }}
              >
                {t('files.prepare')}
              </Button>
              <Button
                variant="default"
                loading={atOnce.isPending}
                onClick={() => {
                  atOnce.run(offer);
                }}
              >
                {t('files.atOnce')}
              </Button>
            </Group>
          </div>
        )}
        {order.isSuccess && <Text size="sm">{t('files.goesOn')}</Text>}
        {order.isError && <ProblemPanel error={order.error} />}
        {atOnce.isError && <ProblemPanel error={atOnce.error} />}
        {files.isPending && <Loader size="sm" aria-label={t('state.loading')} />}
        {files.isError && <ProblemPanel error={files.error} onRetry={() => void files.refetch()} />}
        {files.data?.length === 0 && offer === null && (
          <Text size="sm" c="dimmed">
            {t('files.none')}
          </Text>
        )}
        {files.data !== undefined && files.data.length > 0 && (
          <ul className={classes.files} aria-label={t('files.title')}>
            {files.data.map((file) => (
              <ExportFileRow key={file.id} file={file} />
            ))}
          </ul>
        )}
      </Stack>
    </Modal>
  );
}
