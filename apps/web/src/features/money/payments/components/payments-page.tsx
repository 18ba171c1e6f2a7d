import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { channelName } from '../../../../lib/channel-name';
import { formatDateShort, formatMomentShort } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { PaymentsSummary } from './payments-summary';

function useColumns(): ColumnsOf<'listPayments'> {
  const { t } = useTranslation('payments');
  return [
    {
      key: 'receipt_number',
      locked: true,
      render: (row) => row.receipt_number,
    },
    {
      key: 'posted_at',
      render: (row) => formatMomentShort(row.posted_at),
    },
    {
      key: 'business_date',
      optional: true,
      render: (row) => formatDateShort(row.business_date),
    },
    {
      key: 'customer',
      render: (row) => row.customer?.name ?? t('unknownCustomer'),
    },
    {
      key: 'amount',
      align: 'right',
      render: (row) => <Money amount={row.total_amount} />,
    },
    {
      key: 'status',
      render: (row) => <StatusBadge kind="payment" state={row.status} />,
    },
    {
      key: 'channel',
      render: (row) => channelName(row.channel),
    },
    {
      key: 'customer_number',
      render: (row) => row.customer?.customer_number ?? '—',
    },
    { key: 'bank', render: (row) => row.bank.name },
    { key: 'bank_reference', optional: true, render: (row) => row.bank_reference },
    {
      key: 'bill_amount',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.bill_amount} />,
    },
    {
      key: 'admin_fee',
      align: 'right',
      optional: true,
      render: (row) => <Money amount={row.admin_fee} />,
    },
    {
      key: 'bank_amount',
      align: 'right',
      render: (row) => <Money amount={row.bank_amount} />,
    },
  ];
}

export function PaymentsPage() {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  const list = useList('listPayments');
  const [summary, { toggle }] = useDisclosure(false);
  const mayAddUp = usePermission('report.read');
  return (
    <ListPage
      name="payments"
      title={t('title')}
      summary={summary && <PaymentsSummary />}
      actions={
        mayAddUp && (
          <Button variant="default" aria-expanded={summary} onClick={toggle}>
            {t('summary.show')}
          </Button>
        )
      }
      list={list}
      columns={useColumns()}
      searchPlaceholder={t('search')}
      filters={{
        business_date_from: { label: t('from') },
        business_date_to: { label: t('until') },
        channel: { label: common('word.channel'), text: channelName },
        status: { label: common('word.status'), text: (value) => common(`status.payment.${value}`) },
        bank_id: {
          label: common('word.bank'),
          linked: true,
          name: list.answer.data?.data[0]?.bank.name,
        },
        customer_id: {
          label: common('word.customer'),
          linked: true,
          name: list.answer.data?.data[0]?.customer?.name,
        },
      }}
      rowLink={(row) => `/payments/${String(row.id)}`}
      totalsNote={t('totalsNote')}
      empty={{ title: t('empty'), hint: t('emptyHint') }}
    />
  );
}
