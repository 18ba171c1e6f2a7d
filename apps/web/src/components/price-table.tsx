import { Table, Text } from '@mantine/core';
import { WideTable } from './wide-table';
import { useTranslation } from 'react-i18next';
import type { QuoteLineDto } from '@tirtapay/api-client';
import { Money } from './money';

interface PriceTableProps {
  lines: Pick<QuoteLineDto, 'code' | 'label' | 'formula' | 'amount'>[];
  total: number;
  /** For instance the penalty of a late bill, between the lines and the total. */
  extra?: { label: string; amount: number }[];
  totalLabel?: string;
}

/** Every line of a bill with the calculation behind it, so that anyone can recompute it. */
export function PriceTable({ lines, total, extra = [], totalLabel }: PriceTableProps) {
  const { t } = useTranslation();
  return (
    <WideTable label={t('price.caption')} minWidth={260} horizontalSpacing={4} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('price.item')}</Table.Th>
          <Table.Th>{t('price.formula')}</Table.Th>
          <Table.Th ta="right">{t('price.amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line, index) => (
          <Table.Tr key={`${line.code}-${String(index)}`}>
            <Table.Td>{line.label}</Table.Td>
            <Table.Td>
              <Text span size="sm" c="dimmed">
                {line.formula}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={line.amount} />
            </Table.Td>
          </Table.Tr>
        ))}
        {extra.map((line) => (
          <Table.Tr key={line.label}>
            <Table.Td colSpan={2}>{line.label}</Table.Td>
            <Table.Td ta="right">
              <Money amount={line.amount} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th colSpan={2}>{totalLabel ?? t('price.total')}</Table.Th>
          <Table.Th ta="right">
            <Money amount={total} />
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </WideTable>
  );
}
