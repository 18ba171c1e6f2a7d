import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import classes from './list-page.module.css';
import type { TitledColumn, ListDefinition } from './list-types';
import type { ListState } from './use-list-state';

interface SortSelectProps<T> {
  columns: TitledColumn<T>[];
  list: ListState & { definition: ListDefinition };
}

/** The order of a list where rows are cards and there are no headers to press. */
export function SortSelect<T>({ columns, list }: SortSelectProps<T>) {
  const { t } = useTranslation();
  const sortable = columns.filter(({ key }) => list.definition.sort.includes(key));
  if (sortable.length === 0) return null;
  const [first] = list.sort;
  return (
    <Select
      className={classes.sortSelect}
      aria-label={t('list.sort')}
      placeholder={t('list.sort')}
      leftSection={<Icon name="sort" size={16} />}
      clearable
      data={sortable.flatMap(({ key, title }) => [
        { value: key, label: t('list.ascending', { title }) },
        { value: `-${key}`, label: t('list.descending', { title }) },
      ])}
      value={first === undefined ? null : `${first.descending ? '-' : ''}${first.key}`}
      onChange={list.setSort}
    />
  );
}
