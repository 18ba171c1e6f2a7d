import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from './money';
import { WideTable } from './wide-table';

interface JournalLine {
  account: string;
  account_name: string;
  debit: number;
  credit: number;
}

/** A thing as the books see it: both sides are equal. */
export function JournalTable({ lines }: { lines: readonly JournalLine[] }) {
  const { t } = useTranslation();
  const sum = (side: 'debit' | 'credit') => lines.reduce((total, line) => total + line[side], 0);
  return (
    <WideTable label={t('journal.title')} minWidth={420} cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('journal.account')}</Table.Th>
          <Table.Th ta="right">{t('journal.debit')}</Table.Th>
          <Table.Th ta="right">{t('journal.credit')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line, index) => (
          <Table.Tr key={`${line.account}-${String(index)}`}>
            <Table.Td>
              {line.account} {line.account_name}
            </Table.Td>
            <Table.Td ta="right">{line.debit === 0 ? '' : <Money amount={line.debit} />}</Table.Td>
            <Table.Td ta="right">{line.credit === 0 ? '' : <Money amount={line.credit} />}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>{t('word.total')}</Table.Th>
          <Table.Th ta="right">
            <Money amount={sum('debit')} />
          </Table.Th>
          <Table.Th ta="right">
            <Money amount={sum('credit')} />
          </Table.Th>
        </Table.Tr>
      </Table.Tfoot>
    </WideTable>
  );
}
