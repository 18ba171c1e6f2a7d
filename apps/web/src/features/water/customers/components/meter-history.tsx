import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WideTable } from '../../../../components/wide-table';
import { formatDateShort, formatNumber } from '../../../../lib/format';
import { useCustomerMeters } from '../api/customers-api';

/** Every meter the connection had, the one in place first. */
export function MeterHistory({ customerId }: { customerId: number }) {
  const { t } = useTranslation('customers');
  const meters = useCustomerMeters(customerId);
  if (meters.isError && meters.data === undefined)
    return <ProblemPanel error={meters.error} onRetry={() => void meters.refetch()} />;
  if (!meters.data) return <DetailSkeleton />;
  return (
    <WideTable label={t('meter.history')} minWidth={560} cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('meter.serial')}</Table.Th>
          <Table.Th>{t('meter.installedOn')}</Table.Th>
          <Table.Th ta="right">{t('meter.installedStand')}</Table.Th>
          <Table.Th>{t('meter.removedOn')}</Table.Th>
          <Table.Th ta="right">{t('meter.removedStand')}</Table.Th>
          <Table.Th>{t('meter.reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {meters.data.map((meter) => (
          <Table.Tr key={meter.id}>
            <Table.Td fw={meter.removed_on === null ? 600 : 400}>{meter.serial}</Table.Td>
            <Table.Td>{formatDateShort(meter.installed_on)}</Table.Td>
            <Table.Td ta="right">{formatNumber(meter.installed_stand)}</Table.Td>
            <Table.Td>
              {meter.removed_on === null ? t('meter.inPlace') : formatDateShort(meter.removed_on)}
            </Table.Td>
            <Table.Td ta="right">
              {meter.removed_stand === null ? '—' : formatNumber(meter.removed_stand)}
            </Table.Td>
            <Table.Td>{meter.removed_reason ?? '—'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
