import { Button, Code, Group, Stack, Text } from '@mantine/core';
import type { WebhookMessageDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { JsonBlock } from '../../../../components/json-block';
import { Money } from '../../../../components/money';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMomentExact, formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useMessage } from '../api/webhooks-api';
import { MessageStory } from './message-story';
import { notificationOf } from './notification';
import { RetryButton } from './retry-button';

function Ways({ message }: { message: WebhookMessageDto }) {
  const { t } = useTranslation('webhooks');
  const maySeePayment = usePermission('payment.read');
  const maySeeCases = usePermission('case.read');
  const { reference } = notificationOf(message.payload);
  return (
    <Group gap="xs" align="flex-start">
      <RetryButton message={message} />
      {maySeePayment && message.payment_id !== null && (
        <Button
          component={Link}
          to={`/payments/${String(message.payment_id)}`}
          size="xs"
          variant="default"
          leftSection={<Icon name="payment" size={14} />}
        >
          {t('detail.payment')}
        </Button>
      )}
      {reference !== undefined && (
        <Button
          component={Link}
          to={`/bank-calls?bank_reference=${encodeURIComponent(reference)}`}
          size="xs"
          variant="default"
          leftSection={<Icon name="history" size={14} />}
        >
          {t('detail.calls')}
        </Button>
      )}
      {maySeeCases && reference !== undefined && (
        <Button
          component={Link}
          to={`/cases?q=${encodeURIComponent(reference)}`}
          size="xs"
          variant="default"
          leftSection={<Icon name="warning" size={14} />}
        >
          {t('detail.cases')}
        </Button>
      )}
    </Group>
  );
}

export function MessageDetail({ id }: { id: number }) {
  const { t } = useTranslation('webhooks');
  const { t: common } = useTranslation();
  const query = useMessage(id);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const message = query.data;
  const told = notificationOf(message.payload);
  return (
    <Stack>
      <Group justify="space-between" gap="xs">
        <Text fw={650}>
          {t(`event.${told.event ?? ''}` as 'event.payment.paid', { defaultValue: told.event ?? '—' })}
        </Text>
        <StatusBadge kind="webhook" state={message.state} />
      </Group>
      <MessageStory message={message} />
      <Ways message={message} />
      <Fields
        rows={[
          { label: common('word.bank'), value: `${message.bank.name} (${message.bank.code})` },
          { label: t('source'), value: t(`sources.${message.source}`) },
          { label: t('eventId'), value: <Code>{message.event_id}</Code> },
          { label: common('word.bankReference'), value: told.reference ?? '—' },
          { label: t('number'), value: told.number ?? '—' },
          {
            label: common('word.amount'),
            value:
              told.amount === undefined || told.event === 'payment.test' ? (
                '—'
              ) : (
                <Money amount={told.amount} />
              ),
          },
          { label: t('paidAt'), value: told.paidAt === undefined ? '—' : formatMomentExact(told.paidAt) },
          { label: t('receivedAt'), value: formatMomentExact(message.received_at) },
          {
            label: t('processedAt'),
            value: message.processed_at === null ? '—' : formatMomentExact(message.processed_at),
          },
          { label: t('attempts'), value: formatNumber(message.attempts) },
          { label: t('deliveries'), value: t('times', { count: message.deliveries }) },
        ]}
      />
      <JsonBlock label={t('detail.payload')} body={message.payload} />
    </Stack>
  );
}
