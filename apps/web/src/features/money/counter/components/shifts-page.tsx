import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatDateShort, formatMomentShort } from '../../../../lib/format';

const amountOrNone = (amount: number | null) => (amount === null ? '—' : <Money amount={amount} />);

function useColumns(): ColumnsOf<'listShifts'> {
  return [
    {
      key: 'opened_at',
      locked: true,
      render: (row) => formatMomentShort(row.opened_at),
    },
    { key: 'drawer', render: (row) => row.drawer_name },
    { key: 'cashier', render: (row) => row.cashier_name },
    {
      key: 'state',
      render: (row) => <StatusBadge kind="shift" state={row.state} />,
    },
    {
      key: 'opening_count',
      align: 'right',
      render: (row) => <Money amount={row.opening_count} />,
    },
    {
      key: 'expected',
      align: 'right',
      render: (row) => amountOrNone(row.expected),
    },
    {
      key: 'closing_count',
      align: 'right',
      render: (row) => amountOrNone(row.closing_count),
    },
    {
      key: 'difference',
      align: 'right',
      render: (row) => amountOrNone(row.difference),
    },
    {
      key: 'business_date',
      optional: true,
      render: (row) => formatDateShort(row.business_date),
    },
    {
      key: 'closed_at',
      optional: true,
      render: (row) => (row.closed_at === null ? '—' : formatMomentShort(row.closed_at)),
    },
  ];
}

export function ShiftsPage() {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const list = useList('listShifts');
  return (
    <ListPage
      name="shifts"
      title={t('shifts.title')}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('shifts.search')}
      filters={{
        state: { label: common('word.status'), text: (value) => common(`status.shift.${value}`) },
        from: { label: t('shifts.from') },
        to: { label: t('shifts.to') },
        drawer_id: {
          label: t('open.drawer'),
          linked: true,
          name: list.answer.data?.data[0]?.drawer_name,
        },
      }}
      rowLink={(row) => `/shifts/${String(row.id)}`}
      empty={{ title: t('shifts.empty'), hint: t('shifts.emptyHint') }}
    />
  );
}
