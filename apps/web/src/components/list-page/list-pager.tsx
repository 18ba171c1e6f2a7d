import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core';
import type { PageMeta } from '@tirtapay/contracts';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../lib/format';
import { Icon } from '../icon';
import { countedRows } from './counted-rows';
import classes from './list-page.module.css';
import { useExactCount } from './list-totals';
import type { Asked } from './list-api';
import type { ListState } from './use-list-state';
import { PAGE_SIZES } from './use-list-state';

interface ListPagerProps {
  list: ListState;
  meta: PageMeta;
  /** Rows on this page. */
  shown: number;
  path: string;
  filter: Asked;
}

/** The row number behind which pages have no numbers on the server: it counted no further. */
const reach = (meta: PageMeta, pageSize: number) => Math.floor(meta.total / pageSize);

/** Under a list that is longer than anybody counts: to its two ends and from page to page; how many rows, when asked. */
export function ListPager({ list, meta, shown, path, filter }: ListPagerProps) {
  const { t } = useTranslation();
  const exact = useExactCount(path, filter);
  const { page, pageSize, place } = list;
  const placed = page > 1 || place === null;
  const from = (page - 1) * pageSize + 1;
  const to = (number: number, row: string | undefined, direction: 'after' | 'before') => {
    if (placed && number >= 1 && number <= reach(meta, pageSize)) list.setPage(number);
    else if (row !== undefined) list.goOn({ direction, row }, placed ? number : null);
  };
  const total = exact.data === undefined ? countedRows(meta) : formatNumber(exact.data);
  const go = {
    first: () => {
      list.setPage(1);
    },
    previous: () => {
      to(page - 1, meta.previous, 'before');
    },
    next: () => {
      to(page + 1, meta.next, 'after');
    },
    last: () => {
      list.goOn({ direction: 'before', row: 'end' }, null);
    },
  };
  const controls = [
    ['first', 'first', page > 1 || place !== null],
    ['previous', 'left', meta.previous !== undefined],
    ['next', 'right', meta.next !== undefined],
    ['last', 'last', meta.next !== undefined],
  ] as const;
  return (
    <Group
      className={classes.pager}
      gap="sm"
      justify="space-between"
      component="nav"
      aria-label={t('list.pages')}
    >
      <Group gap="xs">
        <Text size="sm">
          {placed
            ? t('list.range', { from: formatNumber(from), to: formatNumber(from + shown - 1), total })
            : t('list.nearEnd', { rows: formatNumber(shown), total })}
        </Text>
        {exact.data === undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={exact.isFetching}
            onClick={() => void exact.refetch()}
          >
            {t('list.countExactly')}
          </Button>
        )}
        {exact.isError && !exact.isFetching && (
          <Text size="sm" c="red" role="alert">
            {t('list.countFailed')}
          </Text>
        )}
      </Group>
      <Group gap="xs">
        <NativeSelect
          size="xs"
          aria-label={t('list.perPage')}
          data={PAGE_SIZES.map(String)}
          value={String(pageSize)}
          onChange={(event) => {
            list.setPageSize(Number(event.currentTarget.value));
          }}
        />
        {controls.map(([name, icon, enabled]) => (
          <ActionIcon
            key={name}
            variant="default"
            size="md"
            aria-label={t(`list.control.${name}`)}
            disabled={!enabled}
            onClick={go[name]}
          >
            <Icon name={icon} size={16} />
          </ActionIcon>
        ))}
      </Group>
    </Group>
  );
}
