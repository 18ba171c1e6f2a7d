import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatDateShort, formatMoney } from '../../../../lib/format';
import { useRegions, useTariffs } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { MoveSelected } from './move-selected';

function useColumns(): ColumnsOf<'listCustomers'> {
  const { t } = useTranslation('customers');
  return [
    {
      key: 'customer_number',
      locked: true,
      render: (row) => row.customer_number,
    },
    { key: 'name', render: (row) => row.name },
    {
      key: 'state',
      render: (row) => <StatusBadge kind="customer" state={row.state} />,
    },
    {
      key: 'address',
      overflow: 'cut',
      width: 230,
      render: (row) => row.address,
    },
    { key: 'region', render: (row) => row.region.name },
    { key: 'route', optional: true, render: (row) => row.route.name },
    { key: 'tariff', render: (row) => row.tariff.code },
    {
      key: 'meter',
      optional: true,
      render: (row) => row.meter?.serial ?? '—',
    },
    { key: 'phone', optional: true, render: (row) => row.phone ?? '—' },
    {
      key: 'open_amount',
      align: 'right',
      render: (row) =>
        row.open_bills === 0
          ? '—'
          : t('openBillsValue', { count: row.open_bills, amount: formatMoney(row.open_amount) }),
    },
    {
      key: 'credit_balance',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.credit_balance} />,
    },
    {
      key: 'created_at',
      optional: true,
      render: (row) => formatDateShort(row.registered_at),
    },
  ];
}

export function CustomersPage() {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const list = useList('listCustomers');
  const regions = useRegions();
  const tariffs = useTariffs();
  // Whoever may not read them would filter by an empty list.
  const seesRegions = usePermission('region.read');
  const seesTariffs = usePermission('tariff.read');
  const mayWrite = usePermission('customer.write');
  const mayExport = usePermission('customer.export');
  const add = mayWrite && (
    <Button component={Link} to="/customers/new" leftSection={<Icon name="plus" size={16} />}>
      {t('add')}
    </Button>
  );
  return (
    <ListPage
      name="customers"
      title={t('title')}
      actions={add}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('search')}
      filters={{
        state: { label: common('word.state'), text: (value) => common(`status.customer.${value}`) },
        region_id: seesRegions
          ? {
              label: common('word.region'),
              options: (regions.data ?? []).map((row) => ({ value: String(row.id), label: row.name })),
            }
          : null,
        tariff_id: seesTariffs
          ? {
              label: common('word.tariff'),
              options: (tariffs.data ?? []).map((row) => ({
                value: String(row.id),
                label: `${row.code} · ${row.name}`,
              })),
            }
          : null,
        route_id: {
          label: common('word.route'),
          linked: true,
          name: list.answer.data?.data[0]?.route.name,
        },
      }}
      rowLink={(row) => `/customers/${String(row.id)}`}
      bulkActions={(selection) => mayWrite && <MoveSelected selection={selection} />}
      mayExport={mayExport}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: add }}
    />
  );
}
