import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { ReadingDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { Photo } from '../../../../components/photo';
import { formatNumber } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { sendPhoto } from '../api/send-photo';

interface PhotoLeftProps {
  reading: ReadingDto;
  photo: Blob;
  /** Why it did not go with the stand. */
  error: Error;
  onDone: (sent: boolean) => void;
}

/** The stand is stored and its photo is still here: sent again, or left for later in the reading itself. */
export function PhotoLeft({ reading, photo, error, onDone }: PhotoLeftProps) {
  const { t } = useTranslation('readings');
  const action = useAction({
    perform: () => sendPhoto(reading.id, photo),
    onSuccess: () => {
      onDone(true);
    },
  });
  return (
    <Panel>
      <UnsavedGuard dirty={!action.isSuccess} />
      <Stack>
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('photo.left')}>
          <Text size="sm">
            {t('photo.leftBody', {
              name: reading.customer.name,
              stand: formatNumber(reading.current_stand),
            })}
          </Text>
        </Alert>
        <ProblemPanel error={action.error ?? error} />
        <Photo content={photo} alt={t('photo.preview')} maxHeight={160} />
        <Group>
          <Button
            size="md"
            loading={action.isPending}
            onClick={() => {
              action.run(undefined);
            }}
          >
            {t('photo.again')}
          </Button>
          <Button
            size="md"
            variant="default"
            disabled={action.isPending}
            onClick={() => {
              onDone(false);
            }}
          >
            {t('photo.later')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
