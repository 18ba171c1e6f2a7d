import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import type { BillDto } from '@tirtapay/api-client';
import { formatDateShort, formatMomentShort, formatNumber, formatPeriod } from '../../../../lib/format';
import { useRegions, useTariffs } from '../../../../lib/reference-data';

function useColumns(): ListColumn<BillDto>[] {
  const { t } = useTranslation('bills');
  const { t: common } = useTranslation();
  return [
    {
      key: 'bill_number',
      title: common('word.billNumber'),
      locked: true,
      render: (row) => row.bill_number,
    },
    { key: 'name', title: common('word.name'), render: (row) => row.customer.name },
    {
      key: 'state',
      title: common('word.state'),
      render: (row) => <StatusBadge kind="bill" state={row.state} />,
    },
    {
      key: 'customer_number',
      title: common('word.customerNumber'),
      optional: true,
      render: (row) => row.customer.customer_number,
    },
    {
      key: 'period',
      title: common('word.period'),
      render: (row) => formatPeriod(row.period),
    },
    {
      key: 'usage_m3',
      title: common('word.usage'),
      align: 'right',
      render: (row) => common('word.cubic', { value: formatNumber(row.usage_m3) }),
    },
    {
      key: 'water',
      title: t('water'),
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.water_amount} />,
    },
    {
      key: 'fixed',
      title: t('fixed'),
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.fixed_amount} />,
    },
    {
      key: 'principal',
      title: common('word.principal'),
      align: 'right',
      render: (row) => <Money amount={row.principal} />,
    },
    {
      key: 'penalty',
      title: common('word.penalty'),
      align: 'right',
      render: (row) => (row.penalty === 0 ? '—' : <Money amount={row.penalty} />),
    },
    {
      key: 'total',
      title: common('word.total'),
      align: 'right',
      render: (row) => <Money amount={row.total} />,
    },
    {
      key: 'due_date',
      title: common('word.dueDate'),
      render: (row) => formatDateShort(row.due_date),
    },
    {
      key: 'issued_at',
      title: t('issuedAt'),
      optional: true,
      render: (row) => (row.issued_at === null ? '—' : formatMomentShort(row.issued_at)),
    },
    {
      key: 'paid_at',
      title: t('paidAt'),
      optional: true,
      render: (row) => (row.paid_at === null ? '—' : formatMomentShort(row.paid_at)),
    },
  ];
}

export function BillsPage() {
  const { t } = useTranslation('bills');
  const { t: common } = useTranslation();
  const list = useList('listBills');
  const regions = useRegions();
  const tariffs = useTariffs();
  return (
    <ListPage
      name="bills"
      title={t('title')}
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('search')}
      filters={{
        state: { label: common('word.state'), text: (value) => common(`status.bill.${value}`) },
        period: { label: common('word.period') },
        region_id: {
          label: common('word.region'),
          options: (regions.data ?? []).map((row) => ({ value: String(row.id), label: row.name })),
        },
        tariff_id: {
          label: common('word.tariff'),
          options: (tariffs.data ?? []).map((row) => ({
            value: String(row.id),
            label: `${row.code} · ${row.name}`,
          })),
        },
        overdue: {
          label: t('overdue'),
          text: (value) => (value === 'true' ? t('overdueYes') : t('overdueNo')),
        },
        issue_run_id: { label: t('issueRun'), linked: true },
        customer_id: {
          label: common('word.customer'),
          linked: true,
          text: (value) => list.answer.data?.data[0]?.customer.name ?? value,
        },
      }}
      rowLink={(row) => `/bills/${String(row.id)}`}
      totalsNote={t('totalsNote')}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
