import { Anchor, Table } from '@mantine/core';
import type { DayDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { FigureLink } from '../../../../components/figure-link';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { useItemWords } from './item-words';

/** Counts and sums of both sides by type; every number leads to its rows. */
export function DaySums({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(day.statement);
  const listOf = ({ type, state }: DayDetailDto['sums'][number]) =>
    `/reconciliation/items?reconciliation_id=${String(day.id)}&type=${type}&state=${state}`;
  return (
    <WideTable label={t('day.sums')} minWidth={720} cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('item.type')}</Table.Th>
          <Table.Th>{t('day.state')}</Table.Th>
          <Table.Th ta="right">{t('overview.count')}</Table.Th>
          <Table.Th ta="right">{t('item.ours')}</Table.Th>
          <Table.Th ta="right">{t('item.bank', { party: words.party })}</Table.Th>
          <Table.Th ta="right">{t('day.fee')}</Table.Th>
          <Table.Th ta="right">{t('overview.difference')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {day.sums.map((sum) => (
          <Table.Tr key={`${sum.type}-${sum.state}`}>
            <Table.Td>
              <Anchor component={Link} size="sm" to={listOf(sum)}>
                {words.type(sum.type)}
              </Anchor>
            </Table.Td>
            <Table.Td>
              <StatusBadge kind="reconciliationItem" state={sum.state} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} count={sum.count} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} amount={sum.our_amount} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} amount={sum.bank_amount} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} amount={sum.fee} />
            </Table.Td>
            <Table.Td ta="right">
              <FigureLink to={listOf(sum)} amount={sum.difference} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}
