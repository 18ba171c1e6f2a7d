import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import { ColumnMenu } from './column-menu';
import { ExportButton } from './export-button';
import type { FileFormat } from './list-api';
import { LONGEST_SEARCH } from './list-codecs';
import classes from './list-page.module.css';
import type { ListPreferences } from './list-preferences';
import type { TitledColumn, ListDefinition } from './list-types';
import { SortSelect } from './sort-select';
import type { ListState } from './use-list-state';

interface ListToolbarProps<T> {
  list: ListState & { definition: ListDefinition };
  columns: TitledColumn<T>[];
  preferences: ListPreferences;
  searchPlaceholder: string;
  views: ReactNode;
  print: ReactNode;
  onExport: ((format: FileFormat) => Promise<void>) | undefined;
}

export function ListToolbar<T>({
  list,
  columns,
  preferences,
  searchPlaceholder,
  views,
  print,
  onExport,
}: ListToolbarProps<T>) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(list.search);
  const search = useDebouncedCallback((value: string) => {
    list.setSearch(value);
  }, 350);
  /** At once; what was typed a moment ago must not come after it. */
  const searchNow = (value: string) => {
    search.cancel();
    list.setSearch(value);
  };
  useHotkeys([['/', () => input.current?.focus()]]);

  // The address changed without the box: Back, a link, or "clear filters".
  const [shown, setShown] = useState(list.search);
  if (shown !== list.search) {
    setShown(list.search);
    setText(list.search);
  }

  return (
    <div className={classes.toolbar} data-toolbar="">
      <TextInput
        ref={input}
        className={classes.search}
        type="search"
        maxLength={LONGEST_SEARCH}
        aria-label={t('list.search')}
        placeholder={searchPlaceholder}
        title={searchPlaceholder}
        leftSection={<Icon name="search" size={16} />}
        rightSection={
          text === '' ? (
            <Kbd size="xs">/</Kbd>
          ) : (
            <CloseButton
              size="sm"
              aria-label={t('list.clearSearch')}
              onClick={() => {
                setText('');
                searchNow('');
                input.current?.focus();
              }}
            />
          )
        }
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') searchNow(text);
          if (event.key === 'Escape' && text !== '') {
            setText('');
            searchNow('');
          }
          if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
        }}
      />
      <SortSelect columns={columns} list={list} />
      <div className={classes.tools}>
        <ColumnMenu columns={columns} preferences={preferences} />
        {views}
        {onExport && (
          <>
            <ExportButton format="csv" label={t('list.exportCsv')} short onExport={onExport} />
            <ExportButton format="xlsx" label={t('list.exportXlsx')} short onExport={onExport} />
          </>
        )}
        {print}
      </div>
    </div>
  );
}
