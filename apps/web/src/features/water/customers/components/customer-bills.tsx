import { Anchor, Button, Group, Pagination, Table } from '@mantine/core';
import { useState } from 'react';
import { WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { BillPeriod } from '../../../../components/bill-period';
import { Money } from '../../../../components/money';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatDateShort, formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useCustomerBills } from '../api/customers-api';

export function CustomerBills({ customerId }: { customerId: number }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const [page, setPage] = useState(1);
  const mayCharge = usePermission('bill.issue');
  const mayPlan = usePermission('bill.correct.request');
  const bills = useCustomerBills(customerId, page);
  if (bills.isError && bills.data === undefined)
    return <ProblemPanel error={bills.error} onRetry={() => void bills.refetch()} />;
  if (!bills.data) return <DetailSkeleton />;
  const charge = mayCharge && (
    <Button component={Link} size="xs" variant="default" to={`/charges/bill/${String(customerId)}`}>
      {t('bills.charge')}
    </Button>
  );
  if (bills.data.meta.total === 0)
    return (
      <EmptyMessage icon="bill" title={t('bills.empty')}>
        {charge}
      </EmptyMessage>
    );
  return (
    <Panel
      title={t('tab.bills')}
      action={
        <Group gap="sm">
          {mayPlan && (
            <Button
              component={Link}
              size="xs"
              variant="default"
              to={`/instalments/customer/${String(customerId)}`}
            >
              {t('bills.plan')}
            </Button>
          )}
          {charge}
          <Anchor component={Link} size="sm" to={`/instalments?customer_id=${String(customerId)}`}>
            {t('bills.plans')}
          </Anchor>
          <Anchor component={Link} size="sm" to={`/bills?customer_id=${String(customerId)}`}>
            {t('bills.all')}
          </Anchor>
        </Group>
      }
    >
      <WideTable label={t('tab.bills')} minWidth={620} cards highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common('word.period')}</Table.Th>
            <Table.Th ta="right">{common('word.usage')}</Table.Th>
            <Table.Th ta="right">{common('word.principal')}</Table.Th>
            <Table.Th ta="right">{common('word.penalty')}</Table.Th>
            <Table.Th ta="right">{common('word.total')}</Table.Th>
            <Table.Th>{common('word.dueDate')}</Table.Th>
            <Table.Th>{common('word.state')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bills.data.data.map((bill) => (
            <Table.Tr key={bill.id}>
              <Table.Td>
                <Anchor component={Link} size="sm" to={`/bills/${String(bill.id)}`}>
                  <BillPeriod bill={bill} />
                </Anchor>
              </Table.Td>
              <Table.Td ta="right">
                {bill.kind === 'WATER' ? common('word.cubic', { value: formatNumber(bill.usage_m3) }) : '—'}
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={bill.principal} />
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={bill.penalty} />
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={bill.total} />
              </Table.Td>
              <Table.Td>{formatDateShort(bill.due_date)}</Table.Td>
              <Table.Td>
                <StatusBadge kind="bill" state={bill.state} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Pages total={bills.data.meta.total} page={page} onChange={setPage} />
    </Panel>
  );
}

/** Pages of a part of a detail: not part of the address, the full list is. */
export function Pages({
  total,
  page,
  onChange,
}: {
  total: number;
  page: number;
  onChange: (page: number) => void;
}) {
  const { t } = useTranslation();
  if (total <= 25) return null;
  return (
    <Pagination
      mt="sm"
      size="sm"
      total={Math.ceil(total / 25)}
      value={page}
      onChange={onChange}
      getControlProps={(control) => ({ 'aria-label': t(`list.control.${control}`) })}
      getItemProps={(item) => ({ 'aria-label': t('list.goToPage', { page: item }) })}
    />
  );
}
