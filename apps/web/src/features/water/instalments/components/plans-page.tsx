import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { formatDateShort, formatMoment, formatNumber } from '../../../../lib/format';
import { PlanStateBadge } from './plan-state-badge';

function useColumns(): ColumnsOf<'listInstalmentPlans'> {
  const { t } = useTranslation('instalments');
  return [
    {
      key: 'id',
      locked: true,
      render: (row) => row.plan_number,
    },
    {
      key: 'name',
      render: (row) => (
        <>
          {row.customer.name}
          <Text size="xs" c="dimmed">
            {row.customer.customer_number}
          </Text>
        </>
      ),
    },
    { key: 'state', render: (row) => <PlanStateBadge state={row.state} /> },
    {
      key: 'progress',
      render: (row) =>
        t('progress', { paid: formatNumber(row.paid_instalments), all: formatNumber(row.instalments) }),
    },
    { key: 'total', align: 'right', render: (row) => <Money amount={row.total} /> },
    { key: 'paid', align: 'right', render: (row) => <Money amount={row.paid} /> },
    { key: 'next_due', render: (row) => (row.next_due === null ? '—' : formatDateShort(row.next_due)) },
    { key: 'created_at', optional: true, render: (row) => formatMoment(row.created_at) },
  ];
}

export function PlansPage() {
  const { t } = useTranslation('instalments');
  const { t: common } = useTranslation();
  const list = useList('listInstalmentPlans');
  return (
    <ListPage
      name="instalments"
      title={t('title')}
      hint={t('hint')}
      list={list}
      columns={useColumns()}
      filters={{
        state: {
          label: common('word.status'),
          text: (value) => t(`state.${value}` as 'state.RUNNING', { defaultValue: value }),
        },
        customer_id: {
          label: common('word.customer'),
          linked: true,
          name: list.answer.data?.data[0]?.customer.name,
        },
      }}
      searchPlaceholder={t('search')}
      rowLink={(row) => `/instalments/${String(row.id)}`}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
