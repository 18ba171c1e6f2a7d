import { Table } from '@mantine/core';
import type { ReportDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { EmptyMessage } from '../../../../components/page/page-states';
import { WideTable } from '../../../../components/wide-table';
import { isNumber, ReportCell } from './report-cell';

const COLUMN_WIDTH = 110;

/** The rows of a report with the sums of its numbers below. */
export function ReportTable({ report }: { report: ReportDto }) {
  const { t } = useTranslation('reports');
  const { columns, rows, totals } = report;
  if (rows.length === 0) return <EmptyMessage title={t('none')} hint={t('noneHint')} />;
  const align = (cell: (typeof columns)[number]['cell']) => (isNumber(cell) ? 'right' : 'left');
  return (
    <WideTable label={report.title} minWidth={columns.length * COLUMN_WIDTH} horizontalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ key, title, cell }) => (
            <Table.Th key={key} ta={align(cell)}>
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row, index) => (
          <Table.Tr key={index}>
            {columns.map(({ key, cell }) => (
              <Table.Td key={key} ta={align(cell)}>
                <ReportCell cell={cell} value={row[key]} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          {columns.map(({ key, cell }, index) => (
            <Table.Th key={key} ta={align(cell)}>
              {isNumber(cell) ? <ReportCell cell={cell} value={totals[key]} /> : index === 0 && t('total')}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Tfoot>
    </WideTable>
  );
}
