import { Button, Stack } from '@mantine/core';
import type { WebhookMessageDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { retryMessage } from '../api/webhooks-api';

/** Applies a notification again at once. However often it is applied, its money is booked once. */
export function RetryButton({ message }: { message: WebhookMessageDto }) {
  const { t } = useTranslation('webhooks');
  const may = usePermission('webhook.manage');
  const action = useAction({
    perform: retryMessage,
    done: (after) => t(after.state === 'PROCESSED' ? 'retry.done' : 'retry.still'),
  });
  if (!may || (message.state !== 'DEAD' && message.state !== 'PARKED')) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        size="xs"
        leftSection={<Icon name="play" size={14} />}
        loading={action.isPending}
        onClick={() => {
          action.run(message.id);
        }}
      >
        {t('retry.button')}
      </Button>
      {action.isError && <ProblemPanel error={action.error} />}
    </Stack>
  );
}
