import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { CHANNELS } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { choiceCodec, dateCodec, idCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import type { PaymentDto } from '@tirtapay/api-client';
import { formatDateShort, formatMomentShort } from '../../../../lib/format';
import { exportPayments, usePayments } from '../api/payments-api';
import { PaymentsSummary } from './payments-summary';

const STATUSES = ['POSTED', 'REVERSED'] as const;
const SPEC = {
  sortable: ['posted_at', 'business_date', 'receipt_number', 'customer_number', 'amount', 'channel'],
  filters: {
    status: choiceCodec(STATUSES),
    channel: choiceCodec(CHANNELS),
    bank_id: idCodec,
    customer_id: idCodec,
    business_date_from: dateCodec,
    business_date_to: dateCodec,
  },
} as const;

function useColumns(): ListColumn<PaymentDto>[] {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  return [
    {
      key: 'receipt_number',
      title: common('word.receiptNumber'),
      sortable: true,
      locked: true,
      render: (row) => row.receipt_number,
    },
    {
      key: 'posted_at',
      title: t('postedAt'),
      sortable: true,
      render: (row) => formatMomentShort(row.posted_at),
    },
    {
      key: 'business_date',
      title: t('businessDate'),
      sortable: true,
      optional: true,
      render: (row) => formatDateShort(row.business_date),
    },
    {
      key: 'customer',
      title: common('word.name'),
      render: (row) => row.customer?.name ?? t('unknownCustomer'),
    },
    {
      key: 'amount',
      title: t('totalPaid'),
      align: 'right',
      sortable: true,
      render: (row) => <Money amount={row.total_amount} />,
    },
    {
      key: 'status',
      title: common('word.status'),
      render: (row) => <StatusBadge kind="payment" state={row.status} />,
    },
    {
      key: 'channel',
      title: common('word.channel'),
      sortable: true,
      render: (row) => common(`channel.${row.channel}` as 'channel.VA', { defaultValue: row.channel }),
    },
    {
      key: 'customer_number',
      title: common('word.customerNumber'),
      sortable: true,
      render: (row) => row.customer?.customer_number ?? '—',
    },
    { key: 'bank', title: common('word.bank'), render: (row) => row.bank.name },
    { key: 'bank_reference', title: t('reference'), optional: true, render: (row) => row.bank_reference },
    {
      key: 'bill_amount',
      title: t('billAmount'),
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.bill_amount} />,
    },
    {
      key: 'admin_fee',
      title: t('adminFee'),
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.admin_fee} />,
    },
    {
      key: 'bank_amount',
      title: t('bankAmount'),
      align: 'right',
      render: (row) => <Money amount={row.bank_amount} />,
    },
  ];
}

export function PaymentsPage() {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  const list = useListState(SPEC);
  const query = usePayments(list.query);
  const [summary, { toggle }] = useDisclosure(false);
  return (
    <ListPage
      name="payments"
      title={t('title')}
      summary={summary && <PaymentsSummary />}
      actions={
        <Button variant="default" aria-expanded={summary} onClick={toggle}>
          {t('summary.show')}
        </Button>
      }
      list={list}
      query={query}
      columns={useColumns()}
      searchPlaceholder={t('search')}
      filters={[
        { kind: 'date', name: 'business_date_from', label: t('from') },
        { kind: 'date', name: 'business_date_to', label: t('until') },
        {
          kind: 'choice',
          name: 'channel',
          label: common('word.channel'),
          options: CHANNELS.map((value) => ({ value, label: common(`channel.${value}`) })),
        },
        {
          kind: 'choice',
          name: 'status',
          label: common('word.status'),
          options: STATUSES.map((value) => ({ value, label: common(`status.payment.${value}`) })),
        },
        {
          kind: 'linked',
          name: 'bank_id',
          label: common('word.bank'),
          text: (value) => query.data?.data[0]?.bank.name ?? value,
        },
        {
          kind: 'linked',
          name: 'customer_id',
          label: common('word.customer'),
          text: (value) => query.data?.data[0]?.customer?.name ?? value,
        },
      ]}
      rowLink={(row) => `/payments/${String(row.id)}`}
      rowId={(row) => row.id}
      exportCsv={exportPayments}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
