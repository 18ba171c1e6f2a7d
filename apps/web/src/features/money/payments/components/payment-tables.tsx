import { Anchor, Table, Text } from '@mantine/core';
import { WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../../../components/money';
import type { PaymentDetailDto } from '@tirtapay/api-client';
import { formatMoney, formatPeriod } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';

type Allocation = PaymentDetailDto['allocations'][number];

/** What was paid; a bill opens, for whoever may read it. */
function PaidFor({ row }: { row: Allocation }) {
  const { t } = useTranslation('payments');
  const mayRead = usePermission('bill.read');
  const words = row.period === null ? t(`allocation.${row.kind}`) : (row.title ?? formatPeriod(row.period));
  return row.bill_id === null || !mayRead ? (
    words
  ) : (
    <Anchor component={Link} to={`/bills/${String(row.bill_id)}`} size="sm">
      {words}
    </Anchor>
  );
}

/** What each rupiah was used for. */
export function Allocations({ payment }: { payment: PaymentDetailDto }) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  return (
    <WideTable label={t('detail.allocations')} minWidth={440} cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('detail.for')}</Table.Th>
          <Table.Th ta="right">{common('word.principal')}</Table.Th>
          <Table.Th ta="right">{common('word.penalty')}</Table.Th>
          <Table.Th ta="right">{common('word.amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {payment.allocations.map((row) => (
          <Table.Tr key={`${row.kind}-${row.bill_number ?? ''}`}>
            <Table.Td>
              <PaidFor row={row} />
              {row.bill_number !== null && (
                <Text size="xs" c="dimmed">
                  {row.bill_number}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={row.principal} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={row.penalty} />
              {row.waived > 0 && (
                <Text size="xs" c="dimmed">
                  {t('allocation.waived', { amount: formatMoney(row.waived) })}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={row.amount} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
