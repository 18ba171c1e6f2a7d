import { useTranslation } from 'react-i18next';
import { choiceCodec, flagCodec, idCodec, periodCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import type { BillResponse } from '@tirtapay/api-client';
import { formatDateShort, formatMomentShort, formatNumber, formatPeriod } from '../../../../lib/format';
import { useRegions, useTariffs } from '../../../../lib/reference-data';
import { exportBills, useBills } from '../api/bills-api';

const STATES = ['DRAFT', 'ISSUED', 'PAID', 'CANCELLED', 'REPLACED_BY'] as const;
const SPEC = {
  sortable: [
    'bill_number',
    'customer_number',
    'name',
    'period',
    'usage_m3',
    'principal',
    'due_date',
    'issued_at',
    'paid_at',
  ],
  filters: {
    state: choiceCodec(STATES),
    period: periodCodec,
    region_id: idCodec,
    tariff_id: idCodec,
    customer_id: idCodec,
    overdue: flagCodec,
  },
} as const;

function useColumns(): ListColumn<BillResponse>[] {
  const { t } = useTranslation('bills');
  const { t: common } = useTranslation();
  return [
    {
      key: 'bill_number',
      title: common('word.billNumber'),
      sortable: true,
      locked: true,
      render: (row) => row.bill_number,
    },
    { key: 'name', title: common('word.name'), sortable: true, render: (row) => row.customer.name },
    {
      key: 'state',
      title: common('word.state'),
      render: (row) => <StatusBadge kind="bill" state={row.state} />,
    },
    {
      key: 'customer_number',
      title: common('word.customerNumber'),
      sortable: true,
      optional: true,
      render: (row) => row.customer.customer_number,
    },
    {
      key: 'period',
      title: common('word.period'),
      sortable: true,
      render: (row) => formatPeriod(row.period),
    },
    {
      key: 'usage_m3',
      title: common('word.usage'),
      sortable: true,
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
      sortable: true,
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
      sortable: true,
      render: (row) => formatDateShort(row.due_date),
    },
    {
      key: 'issued_at',
      title: t('issuedAt'),
      sortable: true,
      optional: true,
      render: (row) => (row.issued_at === null ? '—' : formatMomentShort(row.issued_at)),
    },
    {
      key: 'paid_at',
      title: t('paidAt'),
      sortable: true,
      optional: true,
      render: (row) => (row.paid_at === null ? '—' : formatMomentShort(row.paid_at)),
    },
  ];
}

export function BillsPage() {
  const { t } = useTranslation('bills');
  const { t: common } = useTranslation();
  const list = useListState(SPEC);
  const query = useBills(list.query);
  const regions = useRegions();
  const tariffs = useTariffs();
  return (
    <ListPage
      name="bills"
      title={t('title')}
      list={list}
      query={query}
      columns={useColumns()}
      searchPlaceholder={t('search')}
      filters={[
        {
          kind: 'choice',
          name: 'state',
          label: common('word.state'),
          options: STATES.map((value) => ({ value, label: common(`status.bill.${value}`) })),
        },
        { kind: 'period', name: 'period', label: common('word.period') },
        {
          kind: 'choice',
          name: 'region_id',
          label: common('word.region'),
          options: (regions.data ?? []).map((row) => ({ value: String(row.id), label: row.name })),
        },
        {
          kind: 'choice',
          name: 'tariff_id',
          label: common('word.tariff'),
          options: (tariffs.data ?? []).map((row) => ({
            value: String(row.id),
            label: `${row.code} · ${row.name}`,
          })),
        },
        {
          kind: 'choice',
          name: 'overdue',
          label: t('overdue'),
          options: [
            { value: 'true', label: t('overdueYes') },
            { value: 'false', label: t('overdueNo') },
          ],
        },
        {
          kind: 'linked',
          name: 'customer_id',
          label: common('word.customer'),
          text: (value) => query.data?.data[0]?.customer.name ?? value,
        },
      ]}
      rowLink={(row) => `/bills/${String(row.id)}`}
      rowId={(row) => row.id}
      exportCsv={exportBills}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
