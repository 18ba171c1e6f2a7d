import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoney, formatMomentShort } from '../../../../lib/format';
import { useAge } from '../../../../lib/use-age';
import { useOpenCount } from '../api/cases-api';
import { CaseDetail } from './case-detail';
import { caseKinds, kindText, storyText } from './case-words';

function useColumns(): ColumnsOf<'listCases'> {
  const { t } = useTranslation('cases');
  const age = useAge();
  return [
    { key: 'kind', locked: true, render: (row) => kindText(t, row.kind) },
    {
      key: 'status',
      render: (row) => <StatusBadge kind="case" state={row.status} />,
    },
    {
      key: 'amount',
      align: 'right',
      render: (row) => (
        <>
          <Money amount={row.amount} />
          {row.remaining > 0 && row.remaining !== row.amount && (
            <Text size="xs" c="dimmed">
              {t('left', { amount: formatMoney(row.remaining) })}
            </Text>
          )}
        </>
      ),
    },
    { key: 'customer', render: (row) => row.customer?.name ?? t('nobody') },
    {
      key: 'age',
      render: (row) => (row.status === 'OPEN' ? age(row.opened_at) : '—'),
    },
    {
      key: 'story',
      overflow: 'wrap',
      width: 340,
      render: (row) => (
        <Text size="xs" lineClamp={5}>
          {storyText(t, row)}
        </Text>
      ),
    },
    {
      key: 'opened_at',
      render: (row) => formatMomentShort(row.opened_at),
    },
    {
      key: 'reference',
      optional: true,
      render: (row) => row.payment?.bank_reference ?? '—',
    },
    {
      key: 'bank',
      optional: true,
      render: (row) => row.payment?.bank.name ?? '—',
    },
    {
      key: 'resolved_by',
      optional: true,
      render: (row) => row.resolved_by ?? '—',
    },
  ];
}

function Waiting({ shown }: { shown: boolean }) {
  const { t } = useTranslation('cases');
  const open = useOpenCount().data ?? 0;
  if (open === 0 || shown) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('waiting', { count: open })}</Text>
        <Button component={Link} to="/cases?status=OPEN" size="xs" variant="default">
          {t('showWaiting')}
        </Button>
      </Group>
    </Alert>
  );
}

export function CasesPage() {
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const list = useList('listCases');
  return (
    <>
      <ListPage
        name="cases"
        title={t('title')}
        hint={t('hint')}
        summary={<Waiting shown={list.filters.status === 'OPEN'} />}
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={{
          status: { label: common('word.status'), text: (value) => common(`status.case.${value}`) },
          kind: {
            label: t('kind'),
            options: caseKinds(t).map((value) => ({ value, label: kindText(t, value) })),
          },
          customer_id: {
            label: common('word.customer'),
            linked: true,
            text: (value) => list.answer.data?.data[0]?.customer?.name ?? value,
          },
          payment_id: {
            label: t('payment'),
            linked: true,
            text: (value) => list.answer.data?.data[0]?.payment?.receipt_number ?? value,
          },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail')}>{(id) => <CaseDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
