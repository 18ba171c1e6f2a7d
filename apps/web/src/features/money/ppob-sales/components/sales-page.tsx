import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMomentShort } from '../../../../lib/format';
import { serviceName } from '../../../../lib/service-name';

function useColumns(): ColumnsOf<'listPpobSales'> {
  return [
    {
      key: 'created_at',
      locked: true,
      render: (row) => formatMomentShort(row.created_at),
    },
    {
      key: 'service_code',
      render: (row) => serviceName(row.service_code),
    },
    { key: 'customer_name', render: (row) => row.customer_name },
    {
      key: 'total_amount',
      align: 'right',
      render: (row) => <Money amount={row.total_amount} />,
    },
    {
      key: 'status',
      render: (row) => <StatusBadge kind="sale" state={row.status} />,
    },
    { key: 'collector', render: (row) => row.collector_name },
    {
      key: 'receipt_number',
      render: (row) => row.receipt_number ?? '—',
    },
    { key: 'id', optional: true, render: (row) => String(row.id) },
    { key: 'ref_id', optional: true, render: (row) => row.ref_id ?? '—' },
    {
      key: 'principal',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.principal} />,
    },
    {
      key: 'admin_fee',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.admin_fee} />,
    },
  ];
}

export function SalesPage() {
  const { t } = useTranslation('ppob-sales');
  const { t: common } = useTranslation();
  const list = useList('listPpobSales');
  return (
    <ListPage
      name="ppob-sales"
      title={t('title')}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('search')}
      filters={{
        from: { label: t('from') },
        to: { label: t('until') },
        service_code: { label: t('service'), text: serviceName },
        status: {
          label: common('word.status'),
          text: (value) => common(`status.sale.${value}` as 'status.sale.PENDING'),
        },
        collector_id: {
          label: t('seller'),
          linked: true,
          name: list.answer.data?.data[0]?.collector_name,
        },
      }}
      rowLink={(row) => `/ppob/transactions/${String(row.id)}`}
      totalsNote={t('totalsNote')}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
