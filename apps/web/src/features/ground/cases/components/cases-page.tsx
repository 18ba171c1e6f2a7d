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
import { useSession } from '../../../../lib/session';
import { useAge } from '../../../../lib/use-age';
import { useOpenCount } from '../api/cases-api';
import { CaseDetail } from './case-detail';
import { caseKinds, hasNoOwner, kindText, storyText } from './case-words';

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
    { key: 'customer', render: (row) => row.customer?.name ?? (hasNoOwner(row) ? t('nobody') : '—') },
    {
      key: 'due_at',
      render: (row) =>
        row.due_at === null ? (
          '—'
        ) : (
          <Text span size="sm" {...(row.overdue && { c: 'red', fw: 600 })}>
            {formatMomentShort(row.due_at)}
          </Text>
        ),
    },
    {
      key: 'assigned_to',
      render: (row) => row.assigned_to?.name ?? '—',
    },
    {
      key: 'age',
      optional: true,
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

function Waiting() {
  const { t } = useTranslation('cases');
  const session = useSession();
  const me = 'user' in session ? session.user.id : undefined;
  const open = useOpenCount().data ?? 0;
  if (open === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('waiting', { count: open })}</Text>
        <Group gap="xs">
          <Button component={Link} to="/cases?status=OPEN" size="xs" variant="default">
            {t('showWaiting')}
          </Button>
          <Button component={Link} to="/cases?overdue=true" size="xs" variant="default">
            {t('showOverdue')}
          </Button>
          {me !== undefined && (
            <Button
              component={Link}
              to={`/cases?status=OPEN&assigned_to=${String(me)}`}
              size="xs"
              variant="default"
            >
              {t('showMine')}
            </Button>
          )}
          <Button component={Link} to="/cases?status=OPEN&assigned=false" size="xs" variant="default">
            {t('showNobody')}
          </Button>
        </Group>
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
        summary={<Waiting />}
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={{
          status: { label: common('word.status'), text: (value) => common(`status.case.${value}`) },
          kind: {
            label: t('kind'),
            options: caseKinds(t).map((value) => ({ value, label: kindText(t, value) })),
          },
          overdue: { label: t('overdueFilter'), text: (value) => t(value === 'true' ? 'overdue' : 'inTime') },
          assigned: {
            label: t('assign.label'),
            text: (value) => t(value === 'true' ? 'assign.some' : 'assign.nobody'),
          },
          assigned_to: {
            label: t('assign.label'),
            linked: true,
            name: list.answer.data?.data[0]?.assigned_to?.name,
          },
          customer_id: {
            label: common('word.customer'),
            linked: true,
            name: list.answer.data?.data[0]?.customer?.name,
          },
          payment_id: {
            label: t('payment'),
            linked: true,
            name: list.answer.data?.data[0]?.payment?.receipt_number,
          },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('detail')}>{(id) => <CaseDetail key={id} id={id} />}</DetailDrawer>
    </>
  );
}
