import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatMoment } from '../../lib/format';
import classes from './list-page.module.css';
import { askAll } from './list-api';
import type { Asked } from './list-api';
import type { TitledColumn } from './list-types';
import { ToolButton } from './tool-button';

/** Some forty sheets; whoever needs more reads it in a spreadsheet. */
const MOST_ROWS = 2_000;

interface PrintListProps<T> {
  title: string;
  /** What is filtered, as people say it. */
  filters: readonly string[];
  path: string;
  filter: Asked;
  total: number | undefined;
  columns: readonly TitledColumn<T>[];
  /** What stands under a column at the end. */
  totalOf: (column: TitledColumn<T>) => string | undefined;
}

interface SheetProps<T> extends PrintListProps<T> {
  rows: readonly T[];
  onPrinted: () => void;
}

/** The whole filter as one table on paper: the head repeats on each sheet, the totals stand once at the end. */
function Sheet<T>({ rows, onPrinted, ...list }: SheetProps<T>) {
  const { t } = useTranslation();
  const [printedAt] = useState(() => new Date());
  useEffect(() => {
    window.addEventListener('afterprint', onPrinted, { once: true });
    window.print();
    return () => {
      window.removeEventListener('afterprint', onPrinted);
    };
  }, [onPrinted]);
  return createPortal(
    <div className={classes.sheet} data-print-sheet="">
      <h1>{list.title}</h1>
      <p>
        {[
          ...list.filters,
          t('list.printedRows', { count: rows.length, rows: formatNumber(rows.length) }),
          t('list.printedAt', { moment: formatMoment(printedAt.toISOString()) }),
        ].join(' · ')}
      </p>
      <table>
        <thead>
          <tr>
            {list.columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {list.columns.map((column) => (
                <td key={column.key} data-align={column.align}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            {list.columns.map((column) => (
              <td key={column.key} data-align={column.align}>
                {list.totalOf(column)}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>,
    document.body,
  );
}

export function PrintList<T>(list: PrintListProps<T>) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<readonly T[]>();
  const [fetching, setFetching] = useState(false);
  const [done] = useState(() => () => {
    setRows(undefined);
  });
  const print = async () => {
    if (fetching) return;
    if ((list.total ?? 0) > MOST_ROWS) {
      notifications.show({
        color: 'yellow',
        message: t('list.printTooLong', { most: formatNumber(MOST_ROWS) }),
      });
      return;
    }
    setFetching(true);
    try {
      setRows(await askAll<T>(list.path, list.filter));
    } catch {
      notifications.show({ color: 'red', message: t('list.printFailed') });
    } finally {
      setFetching(false);
    }
  };
  return (
    <>
      <ToolButton icon="print" label={t('action.print')} loading={fetching} onClick={() => void print()} />
      {rows !== undefined && <Sheet {...list} rows={rows} onPrinted={done} />}
    </>
  );
}
