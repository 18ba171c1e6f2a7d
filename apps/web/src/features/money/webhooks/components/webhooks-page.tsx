import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMomentExact, formatNumber } from '../../../../lib/format';
import { useBanks } from '../../../../lib/reference-data';
import { useDeadCount } from '../api/webhooks-api';
import { MessageDetail } from './message-detail';
import { notificationOf } from './notification';
import { TestButton } from './test-dialog';

/** A code fits; a message of the system is read in full beside the list. */
const SHOWN_ERROR = 40;

function useColumns(): ColumnsOf<'listWebhookMessages'> {
  const { t } = useTranslation('webhooks');
  return [
    {
      key: 'received_at',
      locked: true,
      render: (row) => formatMomentExact(row.received_at),
    },
    {
      key: 'event',
      render: (row) => {
        const { event } = notificationOf(row.payload);
        if (event === 'payment.test')
          return (
            <Badge variant="light" color="grape" radius="sm" tt="none" fw={600} miw="max-content">
              {t('test.badge')}
            </Badge>
          );
        return t(`event.${event ?? ''}` as 'event.payment.paid', { defaultValue: event ?? '—' });
      },
    },
    {
      key: 'state',
      render: (row) => <StatusBadge kind="webhook" state={row.state} />,
    },
    {
      key: 'amount',
      align: 'right',
      render: (row) => {
        const { amount, event } = notificationOf(row.payload);
        return amount === undefined || event === 'payment.test' ? '—' : <Money amount={amount} />;
      },
    },
    {
      key: 'reference',
      render: (row) => notificationOf(row.payload).reference ?? '—',
    },
    {
      key: 'outcome',
      render: (row) =>
        row.outcome === null
          ? (row.last_error ?? '—').slice(0, SHOWN_ERROR)
          : t(`brief.${row.outcome}` as 'brief.POSTED', { defaultValue: row.outcome }),
    },
    {
      key: 'attempts',
      align: 'right',
      render: (row) => formatNumber(row.attempts),
    },
    {
      key: 'next_attempt_at',
      render: (row) => (row.next_attempt_at === null ? '—' : formatMomentExact(row.next_attempt_at)),
    },
    { key: 'bank', render: (row) => row.bank.name },
    {
      key: 'deliveries',
      optional: true,
      render: (row) => t('times', { count: row.deliveries }),
    },
    { key: 'event_id', optional: true, render: (row) => row.event_id },
    { key: 'source', optional: true, render: (row) => t(`sources.${row.source}`) },
  ];
}

/** What was given up does not come back by itself: it is said before anything else. */
function GivenUp() {
  const { t } = useTranslation('webhooks');
  const dead = useDeadCount().data ?? 0;
  if (dead === 0) return null;
  return (
    <Alert
      color="red"
      variant="light"
      icon={<Icon name="warning" />}
      title={t('dead.title', { count: dead })}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('dead.body')}</Text>
        <Button component={Link} to="/webhooks?state=DEAD" size="xs" variant="default">
          {t('dead.show')}
        </Button>
      </Group>
    </Alert>
  );
}

export function WebhooksPage() {
  const { t } = useTranslation('webhooks');
  const { t: common } = useTranslation();
  const list = useList('listWebhookMessages');
  const banks = useBanks().data ?? [];
  const [first] = list.answer.data?.data ?? [];
  return (
    <>
      <ListPage
        name="webhooks"
        title={t('title')}
        hint={t('hint')}
        actions={<TestButton />}
        summary={<GivenUp />}
        list={list}
        columns={useColumns()}
        filters={{
          state: { label: common('word.state'), text: (value) => common(`status.webhook.${value}`) },
          bank_id: {
            label: common('word.bank'),
            options: banks.map((bank) => ({ value: String(bank.id), label: bank.name })),
          },
          payment_id: {
            label: t('ofPayment'),
            linked: true,
            name: first && notificationOf(first.payload).reference,
          },
        }}
        searchPlaceholder={t('search')}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail.title')}>{(id) => <MessageDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
