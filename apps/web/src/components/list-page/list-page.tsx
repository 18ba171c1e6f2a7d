import type { ListName } from '@tirtapay/api-client/lists.gen';
import { Button, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { ApiProblem } from '../../lib/api-problem';
import { formatMoney, formatNumber } from '../../lib/format';
import { countedRows } from './counted-rows';
import { ExportFilesDialog, type ExportOffer } from '../export-files/export-files-dialog';
import { PageHeader } from '../page/page-header';
import { EmptyMessage } from '../page/page-states';
import { ProblemPanel } from '../page/problem-panel';
import { chipText } from './chip-text';
import { FilterBar } from './filter-bar';
import { exportAddress, saveList, withoutPage, type Asked, type FileFormat } from './list-api';
import classes from './list-page.module.css';
import { ListAnnouncer } from './list-announcer';
import { useListPreferences } from './list-preferences';
import { ListSkeleton } from './list-skeleton';
import { ListTable } from './list-table';
import { ListToolbar } from './list-toolbar';
import { useTotals } from './list-totals';
import type { FilterWords, ColumnsOf, ListFilters, RowOf } from './list-types';
import { drawnFilters, titled } from './list-types';
import { PrintList } from './print-list';
import { SavedViews } from './saved-views';
import { SelectionBar } from './selection-bar';
import { StrayFilters } from './stray-filters';
import type { List } from './use-list';
import type { Selection } from './use-selection';
import { useSelection } from './use-selection';

interface ListPageProps<N extends ListName> {
  /** Stable name: preferences are kept by it. */
  name: string;
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  /** Above the table, for instance the counts of a work queue. */
  summary?: ReactNode;
  list: List<N>;
  columns: ColumnsOf<N>;
  filters: ListFilters<N>;
  searchPlaceholder: string;
  /** Where a row leads: a page, or a search part such as `?detail=4` for a drawer over this list. */
  rowLink?: (row: RowOf<N>) => string;
  /** Files of the list are for those who may have them. */
  mayExport?: boolean;
  empty: { title: string; hint?: string; action?: ReactNode };
  /** What the totals leave out, for instance payments that were reversed. */
  totalsNote?: string;
  /** What else can be done with the rows that are ticked. */
  bulkActions?: (selection: Selection, rows: readonly RowOf<N>[]) => ReactNode;
}

/**
 * The one list of the product: its whole state in the address, four states, keyboard, columns, totals, selection, saved
 * views, files and paper of the filter. What it sorts, filters and adds up is the server's word.
 */
export function ListPage<N extends ListName>(props: ListPageProps<N>) {
  const { t } = useTranslation();
  const { list, mayExport = true } = props;
  const { definition, answer } = list;
  const preferences = useListPreferences(props.name);
  const filter = withoutPage(list.asked);
  const [offer, setOffer] = useState<ExportOffer | null>(null);
  const selection = useSelection(filter);
  const page = answer.data;
  const total = page?.meta.total;
  const adds = Object.keys(definition.sums).length > 0;
  const totals = useTotals(definition.path, filter, adds && total !== undefined && total > 0);
  const beyondEnd = page?.data.length === 0 && page.meta.total > 0 && (list.page > 1 || list.place !== null);

  useEffect(() => {
    if (beyondEnd) list.setPage(Math.ceil(page.meta.total / list.pageSize));
  });

  // A filter the API refuses, from an old link or a hand-written address, is dropped: the list shows the rest.
  const { error } = answer;
  useEffect(() => {
    if (error instanceof ApiProblem && error.status === 400) {
      // An order or a page that is too far is nobody's typing mistake: whoever asked is told why it is not there.
      for (const { pointer, message } of error.fieldErrors)
        if (['?sort', '?page', '?after', '?before'].includes(pointer))
          notifications.show({ color: 'yellow', message });
      list.drop(error.fieldErrors.flatMap(({ pointer }) => /^\?(.+)$/.exec(pointer)?.[1] ?? []));
    }
    // The list state is new in every render; the refusal is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);

  const filters = drawnFilters(definition.filters, props.filters as Record<string, FilterWords | null>);
  const columns = titled<RowOf<N>>(definition, props.columns, currentLanguage());
  const visible = columns.filter((column) => column.locked === true || preferences.isVisible(column));
  const sumOf = (column: { key: string }) => {
    const kind = definition.sums[column.key];
    const sum = totals.data?.sums[column.key];
    if (kind === undefined || sum === undefined) return undefined;
    return kind === 'money' ? formatMoney(sum) : formatNumber(sum);
  };
  // What a column nobody asked to see adds up to is still said: a figure that leads here is found again.
  const unseen = columns
    .filter((column) => !visible.includes(column) && (totals.data?.sums[column.key] ?? 0) !== 0)
    .map((column) => `${column.title}: ${sumOf(column) ?? ''}`);
  const worth = columns.find((column) => definition.sums[column.key] === 'money');
  const save = mayExport && definition.export !== null;
  // What is longer than is counted takes longer than anybody watches a button: its file is offered in the background.
  const saveOrOffer = async (asked: Asked, format: FileFormat) => {
    const sendAtOnce = () => saveList(definition, asked, format);
    if (page?.meta.total_capped !== true || 'ids' in asked) return sendAtOnce();
    setOffer({
      address: exportAddress(definition, asked, format),
      rows: countedRows(page.meta),
      sendAtOnce,
    });
  };
  const totalText = [
    t('list.total', { count: total ?? 0, rows: countedRows(page?.meta) }),
    ...(page?.meta.total_capped === true && adds ? [t('list.notAddedUp')] : []),
    ...unseen,
    ...(props.totalsNote === undefined || !adds ? [] : [props.totalsNote]),
  ].join(', ');
  return (
    <div className={classes.root} data-density={preferences.density} data-list={list.name} data-rows={total}>
      <PageHeader title={props.title} hint={props.hint} actions={props.actions} />
      {props.summary}
      <ListToolbar
        list={list}
        columns={columns}
        preferences={preferences}
        searchPlaceholder={props.searchPlaceholder}
        views={<SavedViews list={list.name} state={list} preferences={preferences} />}
        onExport={save ? (format) => saveOrOffer(filter, format) : undefined}
        print={
          <PrintList
            title={props.title}
            filters={filters.flatMap((entry) => {
              const value = list.filters[entry.name];
              return value == null ? [] : [`${entry.label}: ${chipText(t, entry, value)}`];
            })}
            path={definition.path}
            filter={filter}
            total={total}
            columns={visible}
            totalOf={(column) => (column === visible[0] ? totalText : sumOf(column))}
          />
        }
      />
      <ExportFilesDialog
        opened={offer !== null}
        onClose={() => {
          setOffer(null);
        }}
        offer={offer}
      />
      {filters.length > 0 && <FilterBar list={list} filters={filters} />}
      {list.strays.length > 0 && <StrayFilters list={list} filters={filters} />}
      <ListAnnouncer title={props.title} counted={page?.meta} list={list} />
      {page === undefined && answer.isError && (
        <ProblemPanel error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {page === undefined && !answer.isError && <ListSkeleton columns={visible.length} />}
      {page !== undefined && total === 0 && list.isFiltered && (
        <EmptyMessage icon="search" title={t('list.filteredEmpty')} hint={t('list.filteredEmptyHint')}>
          <Button variant="default" mt="sm" onClick={list.clear}>
            {t('list.clearFilters')}
          </Button>
        </EmptyMessage>
      )}
      {page !== undefined && total === 0 && !list.isFiltered && (
        <EmptyMessage title={props.empty.title} hint={props.empty.hint}>
          {props.empty.action !== undefined && (
            <div className={classes.emptyAction}>{props.empty.action}</div>
          )}
        </EmptyMessage>
      )}
      {page !== undefined && total !== 0 && (
        <>
          {answer.isError && <ProblemPanel error={answer.error} onRetry={() => void answer.refetch()} />}
          <ListTable
            title={props.title}
            list={list}
            rows={[...page.data]}
            meta={page.meta}
            filter={filter}
            columns={visible}
            fetching={answer.isPlaceholderData}
            density={preferences.density}
            rowLink={props.rowLink}
            asked={preferences.isAsked}
            selection={selection}
            totalText={totalText}
            sumOf={sumOf}
          />
          <SelectionBar
            selection={selection}
            path={definition.path}
            matching={page.meta}
            worth={worth && { key: worth.key, label: worth.title }}
            onExport={save ? (format) => saveOrOffer(selection.asked, format) : undefined}
            actions={props.bulkActions?.(selection, page.data)}
          />
          <Text size="xs" c="dimmed" className={classes.keys}>
            {t('list.keys')}
          </Text>
        </>
      )}
    </div>
  );
}
