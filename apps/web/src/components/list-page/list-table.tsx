import { Anchor, Text } from '@mantine/core';
import { DataTable } from 'mantine-datatable';
import type { KeyboardEvent, MouseEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import type { PageMeta } from '@tirtapay/contracts';
import { formatNumber } from '../../lib/format';
import classes from './list-page.module.css';
import type { Density } from './list-preferences';
import type { Asked } from './list-api';
import type { TitledColumn, ListDefinition } from './list-types';
import { ListPager } from './list-pager';
import { SortHeader } from './sort-header';
import type { ListState } from './use-list-state';
import { PAGE_SIZES } from './use-list-state';
import type { Selection } from './use-selection';
import { useFittingColumns } from './use-fitting-columns';
import { useRowLink } from './use-row-link';

interface ListTableProps<T> {
  title: string;
  list: ListState & { definition: ListDefinition };
  rows: T[];
  meta: PageMeta;
  columns: TitledColumn<T>[];
  /** What is counted: the filter without its page. */
  filter: Asked;
  fetching: boolean;
  density: Density;
  rowLink: ((row: T) => string) | undefined;
  selection: Selection;
  /** Whether the person asked for this column: it then stays, and the table scrolls. */
  asked: (column: TitledColumn<T>) => boolean;
  /** Under the first column: how many rows the filter has. */
  totalText: string;
  sumOf: (column: TitledColumn<T>) => string | undefined;
}

const rowAnchor = (row: Element): HTMLAnchorElement | null => row.querySelector('a[data-row-link]');

function opensElsewhere(event: { ctrlKey: boolean; metaKey: boolean }): boolean {
  return event.ctrlKey || event.metaKey;
}

/** Arrows walk the rows, Space ticks the row, Enter opens it, Ctrl/⌘ opens it beside the list. */
function walkRows(event: KeyboardEvent<HTMLTableRowElement>): void {
  const row = event.currentTarget;
  if (event.target !== row) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
    if (next instanceof HTMLElement) next.focus();
    event.preventDefault();
  }
  if (event.key === ' ') {
    row.querySelector<HTMLElement>('input[type="checkbox"]')?.click();
    event.preventDefault();
  }
  if (event.key === 'Enter') {
    const anchor = rowAnchor(row);
    if (anchor && opensElsewhere(event)) window.open(anchor.href, '_blank', 'noopener');
    else anchor?.click();
    event.preventDefault();
  }
}

/** One total; on a phone, where no column stands above it, with the name of its column. */
function Foot({ title, text }: { title: string; text: string | undefined }) {
  return text === undefined ? null : (
    <span data-total={title} data-money="">
      {text}
    </span>
  );
}

const staysWhole = <T,>(column: TitledColumn<T>) =>
  column.overflow !== 'wrap' && (column.align === 'right' || column.locked === true);

export function ListTable<T extends { id: number }>(props: ListTableProps<T>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const linkOf = useRowLink(props.rowLink);
  const table = useRef<HTMLDivElement>(null);
  const { list, selection } = props;
  const { sort: sortable, sums } = list.definition;
  const isNumber = (column: TitledColumn<T>) => column.align === 'right' || sums[column.key] !== undefined;
  const { fitting, dropped } = useFittingColumns(
    table,
    props.columns,
    (column) => column.locked !== true && sums[column.key] !== 'money' && !props.asked(column),
  );
  const anchored = fitting.find((column) => column.locked) ?? fitting[0];
  // Nobody counts such a list: it has two ends and a way on, not so and so many pages.
  const long = props.meta.total_capped === true || list.place !== null;
  const isTicked = (row: T) => selection.everything || selection.ids.includes(row.id);

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
        // The library keeps its own English words in every table; an empty list says itself what to do.
        noRecordsText=""
        pinFirstColumn
        classNames={{
          root: classes.tableRoot ?? '',
          header: classes.tableHead ?? '',
          footer: classes.totals ?? '',
        }}
        verticalSpacing={props.density === 'dense' ? 4 : 'xs'}
        fz={props.density === 'dense' ? 'xs' : 'sm'}
        idAccessor="id"
        records={props.rows}
        fetching={props.fetching}
        columns={fitting.map((column) => ({
          accessor: column.key,
          title: sortable.includes(column.key) ? (
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
          textAlign: column.align ?? (isNumber(column) ? 'right' : 'left'),
          footer:
            column === fitting[0] ? (
              <Foot title="" text={props.totalText} />
            ) : (
              <Foot title={column.title} text={props.sumOf(column)} />
            ),
          // On a phone every row is a card, and each value stands beside the name of its column.
          customCellAttributes: () => ({
            'data-label': column === anchored ? '' : column.title,
          }),
          // Where there is little room text goes into lines; an amount, a number and what names the row never do.
          ...(column.overflow === 'cut' ? { ellipsis: true } : { noWrap: staysWhole(column) }),
          ...(column.width !== undefined && { width: column.width }),
          // A reference may be one word longer than the room its column is given.
          ...(column.overflow === 'wrap' &&
            column.width !== undefined && { cellsStyle: () => ({ overflowWrap: 'anywhere' as const }) }),
          render: (row: T) =>
            linkOf && column === anchored ? (
              <Anchor component={Link} to={linkOf(row)} data-row-link="" className={classes.rowLink}>
                {column.render(row)}
              </Anchor>
            ) : (
              column.render(row)
            ),
        }))}
        selectedRecords={props.rows.filter(isTicked)}
        onSelectedRecordsChange={(rows: T[]) => {
          const elsewhere = selection.ids.filter((id) => !props.rows.some((row) => row.id === id));
          selection.tick([...elsewhere, ...rows.map((row) => row.id)]);
        }}
        allRecordsSelectionCheckboxProps={{ 'aria-label': t('list.selectAll') }}
        getRecordSelectionCheckboxProps={(_row: T, index: number) => ({
          'aria-label': t('list.selectRow', { row: index + 1 }),
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
        page={long ? 1 : list.page}
        onPageChange={list.setPage}
        totalRecords={props.meta.total}
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
        {...(long && {
          renderPagination: () => (
            <ListPager
              list={list}
              meta={props.meta}
              shown={props.rows.length}
              path={list.definition.path}
              filter={props.filter}
            />
          ),
        })}
      />
      {dropped.length > 0 && (
        <Text size="xs" c="dimmed" mt={4} className={classes.dropped}>
          {t('list.dropped', { columns: dropped.map(({ title }) => title).join(', ') })}
        </Text>
      )}
    </div>
  );
}
