import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf, ListFilters } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge, statusText } from '../../../../components/status-badge';
import { formatMomentShort } from '../../../../lib/format';
import { useBanks } from '../../../../lib/reference-data';

function useColumns(): ColumnsOf<'listCheckouts'> {
  return [
    { key: 'number', locked: true, render: (row) => row.number },
    { key: 'created_at', render: (row) => formatMomentShort(row.created_at) },
    { key: 'method', render: (row) => row.method },
    { key: 'customer', render: (row) => row.customer.name },
    {
      key: 'amount',
      align: 'right',
      render: (row) => <Money amount={row.amount} />,
    },
    {
      key: 'status',
      render: (row) => <StatusBadge kind="checkout" state={row.status} />,
    },
    {
      key: 'bank_state',
      render: (row) => <StatusBadge kind="checkoutAtBank" state={row.bank_state} />,
    },
    { key: 'bank', render: (row) => row.bank.name },
    { key: 'expires_at', render: (row) => formatMomentShort(row.expires_at) },
    {
      key: 'customer_number',
      optional: true,
      render: (row) => row.customer.customer_number,
    },
    {
      key: 'receipt_number',
      optional: true,
      render: (row) => row.receipt_number ?? '—',
    },
  ];
}

function useFilters(name: string | undefined): ListFilters<'listCheckouts'> {
  const { t } = useTranslation('checkouts');
  const { t: common } = useTranslation();
  const banks = useBanks().data ?? [];
  return {
    status: { label: common('word.status'), text: (value) => statusText(common, 'checkout', value) },
    method: { label: t('method'), text: (value) => value },
    bank_id: {
      label: common('word.bank'),
      options: banks.map((bank) => ({ value: String(bank.id), label: bank.name })),
    },
    bank_state: { label: t('atBank'), text: (value) => statusText(common, 'checkoutAtBank', value) },
    from: { label: t('from') },
    to: { label: t('to') },
    customer_id: { label: common('word.customer'), linked: true, name },
  };
}

export function CheckoutsPage() {
  const { t } = useTranslation('checkouts');
  const list = useList('listCheckouts');
  return (
    <ListPage
      name="checkouts"
      title={t('title')}
      hint={t('hint')}
      list={list}
      columns={useColumns()}
      filters={useFilters(list.answer.data?.data[0]?.customer.name)}
      searchPlaceholder={t('search')}
      rowLink={(row) => `/checkouts/${String(row.id)}`}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
