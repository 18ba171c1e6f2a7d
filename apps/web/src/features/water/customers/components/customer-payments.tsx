import { Anchor, Table } from '@mantine/core';
import { useState } from 'react';
import { WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { channelName } from '../../../../lib/channel-name';
import { formatMomentShort } from '../../../../lib/format';
import { useCustomerPayments } from '../api/customers-api';
import { Pages } from './customer-bills';

export function CustomerPayments({ customerId }: { customerId: number }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const [page, setPage] = useState(1);
  const payments = useCustomerPayments(customerId, page);
  if (payments.isError && payments.data === undefined)
    return <ProblemPanel error={payments.error} onRetry={() => void payments.refetch()} />;
  if (!payments.data) return <DetailSkeleton />;
  if (payments.data.meta.total === 0) return <EmptyMessage icon="payment" title={t('payments.empty')} />;
  return (
    <Panel
      title={t('tab.payments')}
      action={
        <Anchor component={Link} size="sm" to={`/payments?customer_id=${String(customerId)}`}>
          {t('payments.all')}
        </Anchor>
      }
    >
      <WideTable label={t('tab.payments')} minWidth={620} cards highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common('word.receiptNumber')}</Table.Th>
            <Table.Th>{common('word.time')}</Table.Th>
            <Table.Th>{common('word.bank')}</Table.Th>
            <Table.Th>{common('word.channel')}</Table.Th>
            <Table.Th ta="right">{common('word.total')}</Table.Th>
            <Table.Th>{common('word.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {payments.data.data.map((payment) => (
            <Table.Tr key={payment.id}>
              <Table.Td>
                <Anchor component={Link} size="sm" to={`/payments/${String(payment.id)}`}>
                  {payment.receipt_number}
                </Anchor>
              </Table.Td>
              <Table.Td>{formatMomentShort(payment.posted_at)}</Table.Td>
              <Table.Td>{payment.bank.name}</Table.Td>
              <Table.Td>{channelName(payment.channel)}</Table.Td>
              <Table.Td ta="right">
                <Money amount={payment.total_amount} />
              </Table.Td>
              <Table.Td>
                <StatusBadge kind="payment" state={payment.status} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Pages total={payments.data.meta.total} page={page} onChange={setPage} />
    </Panel>
  );
}
