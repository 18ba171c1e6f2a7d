import { useTranslation } from 'react-i18next';
import { BillPeriod } from '../../../../components/bill-period';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatDateShort, formatMomentShort, formatNumber, formatPeriod } from '../../../../lib/format';
import { useRegions, useTariffs } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { useIssueRun } from '../api/bills-api';

function useColumns(): ColumnsOf<'listBills'> {
  const { t: common } = useTranslation();
  return [
    {
      key: 'bill_number',
      locked: true,
      render: (row) => row.bill_number,
    },
    { key: 'name', render: (row) => row.customer.name },
    {
      key: 'state',
      render: (row) => <StatusBadge kind="bill" state={row.state} />,
    },
    {
      key: 'customer_number',
      optional: true,
      render: (row) => row.customer.customer_number,
    },
    {
      key: 'period',
      render: (row) => <BillPeriod bill={row} />,
    },
    {
      key: 'usage_m3',
      align: 'right',
      render: (row) =>
        row.kind === 'WATER' ? common('word.cubic', { value: formatNumber(row.usage_m3) }) : '—',
    },
    {
      key: 'water',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.water_amount} />,
    },
    {
      key: 'fixed',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.fixed_amount} />,
    },
    {
      key: 'principal',
      align: 'right',
      render: (row) => <Money amount={row.principal} />,
    },
    {
      key: 'penalty',
      align: 'right',
      render: (row) => (row.penalty === 0 ? '—' : <Money amount={row.penalty} />),
    },
    {
      key: 'total',
      align: 'right',
      render: (row) => <Money amount={row.total} />,
    },
    {
      key: 'due_date',
      render: (row) => formatDateShort(row.due_date),
    },
    {
      key: 'issued_at',
      optional: true,
      render: (row) => (row.issued_at === null ? '—' : formatMomentShort(row.issued_at)),
    },
    {
      key: 'paid_at',
      optional: true,
      render: (row) => (row.paid_at === null ? '—' : formatMomentShort(row.paid_at)),
    },
  ];
}

export function BillsPage() {
  const { t } = useTranslation('bills');
  const { t: common } = useTranslation();
  const list = useList('listBills');
  const run = useIssueRun(list.filters.issue_run_id ?? null);
  const regions = useRegions();
  const tariffs = useTariffs();
  // Whoever may not read them would filter by an empty list.
  const seesRegions = usePermission('region.read');
  const seesTariffs = usePermission('tariff.read');
  return (
    <ListPage
      name="bills"
      title={t('title')}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('search')}
      filters={{
        state: { label: common('word.state'), text: (value) => common(`status.bill.${value}`) },
        kind: { label: t('kind'), text: (value) => common(`billKind.${value}`) },
        period: { label: common('word.period') },
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
        overdue: {
          label: t('overdue'),
          text: (value) => (value === 'true' ? t('overdueYes') : t('overdueNo')),
        },
        late: { label: t('late'), text: (value) => t(`lateBy.${value}`) },
        issue_run_id: {
          label: t('issueRun'),
          linked: true,
          name: run.data && formatPeriod(run.data.period),
        },
        customer_id: {
          label: common('word.customer'),
          linked: true,
          name: list.answer.data?.data[0]?.customer.name,
        },
      }}
      rowLink={(row) => `/bills/${String(row.id)}`}
      totalsNote={t('totalsNote')}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
