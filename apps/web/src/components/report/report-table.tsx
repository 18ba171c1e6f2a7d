import { Table } from '@mantine/core';
import type { ReportColumnDto, ReportDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { EmptyMessage } from '../page/page-states';
import { WideTable } from '../wide-table';
import type { ReportQuery } from './report-api';
import { ReportCell } from './report-cell';
import classes from './report.module.css';
import { groupsOf } from './row-groups';

const COLUMN_WIDTH = 104;
/** Of an address: three lines of it, not eight. */
const LONG_TEXT = 32;
const LONG_WIDTH = 240;

type Row = Readonly<Record<string, unknown>>;

const align = (column: ReportColumnDto) => (column.numeric ? 'right' : 'left');

const isLong = ({ key, cell }: ReportColumnDto, rows: readonly Row[]) =>
  cell === 'TEXT' &&
  rows.some((row) => {
    const text = row[key];
    return typeof text === 'string' && text.length > LONG_TEXT;
  });

interface ReportTableProps {
  report: ReportDto;
  query: ReportQuery;
  /** Where it is one of several on a page; the rest scrolls. */
  maxHeight?: number;
}

/** The rows of a report with the sums of its numbers below, and of each group of rows above it. */
export function ReportTable({ report, query, maxHeight }: ReportTableProps) {
  const { t } = useTranslation();
  const { columns: all, totals, group_by: key, group_key: apart, numbered } = report;
  const rows = report.rows as readonly Row[];
  if (rows.length === 0) return <EmptyMessage title={t('report.none')} hint={t('report.noneHint')} />;
  const group = all.find((column) => column.key === key);
  const columns = all.filter((column) => column !== group);
  const sums = totals as Row;
  const long = new Set(columns.filter((column) => isLong(column, rows)));
  return (
    <WideTable
      label={report.title}
      minWidth={columns.length * COLUMN_WIDTH + long.size * (LONG_WIDTH - COLUMN_WIDTH)}
      horizontalSpacing="xs"
      {...(maxHeight !== undefined && { maxHeight })}
    >
      <Table.Thead>
        <Table.Tr>
          {numbered && <Table.Th ta="right">{t('report.number')}</Table.Th>}
          {columns.map((column) => (
            <Table.Th key={column.key} ta={align(column)} {...(long.has(column) && { miw: LONG_WIDTH })}>
              {column.title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      {groupsOf(rows, key, apart).map(({ name, rows: members }, index) => (
        <Table.Tbody key={index}>
          {group !== undefined && (
            <Table.Tr className={classes.group}>
              <Table.Th colSpan={columns.length + Number(numbered)} scope="rowgroup">
                {group.title}: <ReportCell column={group} value={name} values={query} />
              </Table.Th>
            </Table.Tr>
          )}
          {members.map(({ row, number }) => (
            <Table.Tr key={number}>
              {numbered && <Table.Td ta="right">{number}</Table.Td>}
              {columns.map((column) => (
                <Table.Td key={column.key} ta={align(column)}>
                  <ReportCell column={column} value={row[column.key]} values={{ ...query, ...row }} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      ))}
      <Table.Tfoot>
        <Table.Tr>
          {numbered && <Table.Th>{t('word.total')}</Table.Th>}
          {columns.map((column, index) => (
            <Table.Th key={column.key} ta={align(column)}>
              {column.key in sums ? (
                <ReportCell column={column} value={sums[column.key]} values={query} />
              ) : (
                index === 0 && !numbered && t('word.total')
              )}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Tfoot>
    </WideTable>
  );
}
