import { Button, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '@tirtapay/contracts';
import { ApiProblem } from '../../lib/api-problem';
import { PageHeader } from '../page/page-header';
import { EmptyMessage } from '../page/page-states';
import { ProblemPanel } from '../page/problem-panel';
import { FilterBar } from './filter-bar';
import classes from './list-page.module.css';
import { ListAnnouncer } from './list-announcer';
import { useListPreferences } from './list-preferences';
import { ListSkeleton } from './list-skeleton';
import { ListTable } from './list-table';
import { ListToolbar } from './list-toolbar';
import type { ListColumn, ListFilter } from './list-types';
import type { ListState } from './use-list-state';

interface ListPageProps<T, F> {
  /** Stable name: preferences are kept and files are named by it. */
  name: string;
  title: string;
  hint?: ReactNode;
  actions?: ReactNode;
  /** Above the table, for instance the counts of a work queue. */
  summary?: ReactNode;
  list: ListState<F>;
  query: UseQueryResult<Page<T>>;
  columns: ListColumn<T>[];
  filters?: ListFilter[];
  searchPlaceholder?: string;
  /** Where a row leads: a page, or a search part such as `?detail=4` for a drawer over this list. */
  rowLink?: (row: T) => string;
  rowId: (row: T) => number;
  /** Fetches the CSV of the whole filter. */
  exportCsv?: (query: ListState<F>['query']) => Promise<void>;
  empty: { title: string; hint?: string; action?: ReactNode };
  selection?: { ids: number[]; onChange: (ids: number[]) => void; isSelectable?: (row: T) => boolean };
  /** Without a page header of its own: the list is a part of a page. */
  embedded?: boolean;
}

/** The one list of the product: its whole state in the address, four states, keyboard, columns, CSV of the filter. */
export function ListPage<T, F>(props: ListPageProps<T, F>) {
  const { t } = useTranslation();
  const { list, query } = props;
  const preferences = useListPreferences(props.name);
  const page = query.data;
  const total = page?.meta.total;
  const beyondEnd = page?.data.length === 0 && page.meta.total > 0 && list.page > 1;

  useEffect(() => {
    if (beyondEnd) list.setPage(Math.ceil(page.meta.total / list.pageSize));
  });

  // A filter the API refuses, from an old link or a hand-written address, is dropped: the list shows the rest.
  const { error } = query;
  useEffect(() => {
    if (error instanceof ApiProblem && error.status === 400)
      list.drop(error.fieldErrors.flatMap(({ pointer }) => /^\?(.+)$/.exec(pointer)?.[1] ?? []));
    // The list state is new in every render; the refusal is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);

  const visible = props.columns.filter((column) => column.locked === true || preferences.isVisible(column));
  return (
    <div className={classes.root} data-density={preferences.density}>
      {props.embedded !== true && (
        <PageHeader title={props.title} hint={props.hint} actions={props.actions} />
      )}
      {props.summary}
      <ListToolbar
        list={list}
        columns={props.columns}
        preferences={preferences}
        searchPlaceholder={props.searchPlaceholder}
        exportCsv={props.exportCsv && (() => props.exportCsv?.(list.query) ?? Promise.resolve())}
      />
      {props.filters && <FilterBar list={list} filters={props.filters} />}
      <ListAnnouncer title={props.title} total={total} page={list.page} pageSize={list.pageSize} />
      {page === undefined && query.isError && (
        <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
      )}
      {page === undefined && !query.isError && <ListSkeleton columns={visible.length} />}
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
          {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
          <ListTable
            title={props.title}
            list={list}
            rows={[...page.data]}
            total={page.meta.total}
            columns={visible}
            fetching={query.isPlaceholderData}
            density={preferences.density}
            rowLink={props.rowLink}
            rowId={props.rowId}
            selection={props.selection}
          />
          <Text size="xs" c="dimmed" className={classes.keys}>
            {t('list.keys')}
          </Text>
        </>
      )}
    </div>
  );
}
