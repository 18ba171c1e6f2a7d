import { Alert, Button, Group, Text } from '@mantine/core';
import type { CaseDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { choiceCodec, idCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoney, formatMomentShort } from '../../../../lib/format';
import { useAge } from '../../../../lib/use-age';
import { exportCases, useCases, useOpenCount } from '../api/cases-api';
import { CaseDetail } from './case-detail';
import { CASE_KINDS, kindText, storyText } from './case-words';

const STATUSES = ['OPEN', 'RESOLVED'] as const;
const SPEC = {
  sortable: ['opened_at', 'amount', 'kind', 'status'],
  filters: {
    status: choiceCodec(STATUSES),
    kind: choiceCodec(CASE_KINDS),
    customer_id: idCodec,
    payment_id: idCodec,
  },
} as const;

function useColumns(): ListColumn<CaseDto>[] {
  const { t } = useTranslation('cases');
  const { t: common } = useTranslation();
  const age = useAge();
  return [
    { key: 'kind', title: t('kind'), sortable: true, locked: true, render: (row) => kindText(t, row.kind) },
    {
      key: 'status',
      title: common('word.status'),
      sortable: true,
      render: (row) => <StatusBadge kind="case" state={row.status} />,
    },
    {
      key: 'amount',
      title: common('word.amount'),
      align: 'right',
      sortable: true,
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
    { key: 'customer', title: common('word.customer'), render: (row) => row.customer?.name ?? t('nobody') },
    {
      key: 'age',
      title: t('age'),
      render: (row) => (row.status === 'OPEN' ? age(row.opened_at) : '—'),
    },
    {
      key: 'story',
      title: t('what'),
      overflow: 'wrap',
      width: 340,
      render: (row) => (
        <Text span size="xs">
          {storyText(t, row)}
        </Text>
      ),
    },
    {
      key: 'opened_at',
      title: t('openedAt'),
      sortable: true,
      render: (row) => formatMomentShort(row.opened_at),
    },
    {
      key: 'reference',
      title: common('word.bankReference'),
      optional: true,
      render: (row) => row.payment?.bank_reference ?? '—',
    },
    {
      key: 'bank',
      title: common('word.bank'),
      optional: true,
      render: (row) => row.payment?.bank.name ?? '—',
    },
    {
      key: 'resolved_by',
      title: t('resolvedBy'),
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
  const list = useListState(SPEC);
  const query = useCases(list.query);
  return (
    <>
      <ListPage
        name="cases"
        title={t('title')}
        hint={t('hint')}
        summary={<Waiting shown={list.filters.status === 'OPEN'} />}
        list={list}
        query={query}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={[
          {
            kind: 'choice',
            name: 'status',
            label: common('word.status'),
            options: STATUSES.map((value) => ({ value, label: common(`status.case.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'kind',
            label: t('kind'),
            options: CASE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
          {
            kind: 'linked',
            name: 'customer_id',
            label: common('word.customer'),
            text: (value) => query.data?.data[0]?.customer?.name ?? value,
          },
          {
            kind: 'linked',
            name: 'payment_id',
            label: t('payment'),
            text: (value) => query.data?.data[0]?.payment?.receipt_number ?? value,
          },
        ]}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportCases}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail')}>{(id) => <CaseDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
