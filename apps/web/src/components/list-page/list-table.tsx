import { Anchor } from '@mantine/core';
import { DataTable } from 'mantine-datatable';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { formatNumber } from '../../lib/format';
import classes from './list-page.module.css';
import type { Density } from './list-preferences';
import type { ListColumn } from './list-types';
import { SortHeader } from './sort-header';
import type { ListState } from './use-list-state';
import { PAGE_SIZES } from './use-list-state';
import { useRowLink } from './use-row-link';

interface ListTableProps<T, F> {
  title: string;
  list: ListState<F>;
  rows: T[];
  total: number;
  columns: ListColumn<T>[];
  fetching: boolean;
  density: Density;
  rowLink: ((row: T) => string) | undefined;
  rowId: (row: T) => number;
  selection:
    { ids: number[]; onChange: (ids: number[]) => void; isSelectable?: (row: T) => boolean } | undefined;
}

const rowAnchor = (row: Element): HTMLAnchorElement | null => row.querySelector('a[data-row-link]');

function opensElsewhere(event: { ctrlKey: boolean; metaKey: boolean }): boolean {
  return event.ctrlKey || event.metaKey;
}

/** Arrows walk the rows, Enter opens the row, Ctrl/⌘ opens it beside the list. */
function walkRows(event: KeyboardEvent<HTMLTableRowElement>): void {
  const row = event.currentTarget;
  if (event.target !== row) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
    event.preventDefault();
  }
  if (event.key === 'Enter') {
    const anchor = rowAnchor(row);
    if (anchor && opensElsewhere(event)) window.open(anchor.href, '_blank', 'noopener');
    else anchor?.click();
    event.preventDefault();
  }
}

export function ListTable<T, F>(props: ListTableProps<T, F>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const linkOf = useRowLink(props.rowLink);
  const table = useRef<HTMLDivElement>(null);
  const { list, selection } = props;
  const anchored = props.columns.find((column) => column.locked) ?? props.columns[0];

  // mantine-datatable sorts by one column only; the headers here are our own buttons, and the state of the
  // order belongs on the header cell, which the library does not let us reach otherwise.
  useEffect(() => {
    for (const cell of table.current?.querySelectorAll('th[data-accessor]') ?? []) {
      const rule = list.sort.find((entry) => entry.key === cell.getAttribute('data-accessor'));
      if (rule) cell.setAttribute('aria-sort', rule.descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
    }
  });

  const onRowClick = (row: T, event: MouseEvent) => {
    const target = event.target as HTMLElement;
    if (!linkOf || target.closest('a,button,input,label') || window.getSelection()?.toString()) return;
    const anchor = rowAnchor(event.currentTarget);
    if (anchor && (opensElsewhere(event) || event.button === 1))
      window.open(anchor.href, '_blank', 'noopener');
    else void navigate(linkOf(row));
  };

  return (
    <div ref={table} className={classes.table}>
      <DataTable<T>
        aria-label={props.title}
        withTableBorder
        borderRadius="md"
        highlightOnHover
        minHeight={180}
        verticalSpacing={props.density === 'dense' ? 4 : 'xs'}
        fz={props.density === 'dense' ? 'xs' : 'sm'}
        idAccessor={(row) => props.rowId(row)}
        records={props.rows}
        fetching={props.fetching}
        columns={props.columns.map((column) => ({
          accessor: column.key,
          title: column.sortable ? (
            <SortHeader
              title={column.title}
              name={column.key}
              sort={list.sort}
              onSort={(add) => {
                list.toggleSort(column.key, add);
              }}
            />
          ) : (
            column.title
          ),
          textAlign: column.align ?? 'left',
          // On a phone every row is a card, and each value stands beside the name of its column.
          customCellAttributes: () => ({
            'data-label': column === anchored ? '' : column.title,
          }),
          ...(column.overflow === 'cut' ? { ellipsis: true } : { noWrap: column.overflow !== 'wrap' }),
          ...(column.width !== undefined && { width: column.width }),
          render: (row: T) =>
            linkOf && column === anchored ? (
              <Anchor component={Link} to={linkOf(row)} data-row-link="" className={classes.rowLink}>
                {column.render(row)}
              </Anchor>
            ) : (
              column.render(row)
            ),
        }))}
        {...(selection && {
          selectedRecords: props.rows.filter((row) => selection.ids.includes(props.rowId(row))),
          onSelectedRecordsChange: (rows: T[]) => {
            selection.onChange(rows.map(props.rowId));
          },
          allRecordsSelectionCheckboxProps: { 'aria-label': t('list.selectAll') },
          getRecordSelectionCheckboxProps: (_row: T, index: number) => ({
            'aria-label': t('list.selectRow', { row: index + 1 }),
          }),
          ...(selection.isSelectable && { isRecordSelectable: selection.isSelectable }),
        })}
        {...(linkOf && {
          onRowClick: ({ record, event }: { record: T; event: MouseEvent }) => {
            onRowClick(record, event);
          },
          customRowAttributes: (row: T) => ({
            tabIndex: 0,
            className: classes.row,
            onKeyDown: walkRows,
            onAuxClick: (event: MouseEvent) => {
              onRowClick(row, event);
            },
          }),
        })}
        page={list.page}
        onPageChange={list.setPage}
        totalRecords={props.total}
        recordsPerPage={list.pageSize}
        recordsPerPageOptions={PAGE_SIZES}
        onRecordsPerPageChange={list.setPageSize}
        recordsPerPageLabel={t('list.perPage')}
        paginationSize="sm"
        paginationText={({ from, to, totalRecords }) =>
          t('list.range', {
            from: formatNumber(from),
            to: formatNumber(to),
            total: formatNumber(totalRecords),
          })
        }
        getPaginationControlProps={(control) => ({ 'aria-label': t(`list.control.${control}`) })}
        getPaginationItemProps={(page) => ({ 'aria-label': t('list.goToPage', { page }) })}
      />
    </div>
  );
}
