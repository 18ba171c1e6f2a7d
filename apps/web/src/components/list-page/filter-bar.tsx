import { Button, Pill, TextInput } from '@mantine/core';
import { DatePickerInput, MonthPickerInput } from '@mantine/dates';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TypedSelect } from '../form/typed-select';
import { Icon } from '../icon';
import { chipText } from './chip-text';
import classes from './list-page.module.css';
import type { ListFilter } from './list-types';
import type { ListState } from './use-list-state';

interface TextFilterProps {
  label: string;
  value: string | null;
  onApply: (text: string) => void;
}

/** Takes effect with Enter or when the field is left, not with every letter: half a code matches nothing. */
function TextFilter({ label, value, onApply }: TextFilterProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value ?? '');
  const apply = () => {
    if (text.trim() !== (value ?? '')) onApply(text.trim());
  };
  return (
    <TextInput
      className={classes.filter}
      aria-label={label}
      placeholder={label}
      title={t('list.applyFilter')}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
      }}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply();
      }}
    />
  );
}

function FilterField({ filter, list }: { filter: ListFilter; list: ListState }) {
  const value = list.filters[filter.name] ?? null;
  const common = {
    placeholder: filter.label,
    'aria-label': filter.label,
    clearable: true,
    className: classes.filter,
  };
  switch (filter.kind) {
    case 'choice':
      return (
        <TypedSelect
          {...common}
          data={filter.options}
          value={value}
          typing={filter.options.length > 8}
          onChange={(next) => {
            list.setFilter(filter.name, next);
          }}
        />
      );
    case 'period':
      return (
        <MonthPickerInput
          {...common}
          valueFormat="MMMM YYYY"
          value={value === null ? null : `${value}-01`}
          onChange={(next) => {
            list.setFilter(filter.name, next?.slice(0, 7) ?? null);
          }}
        />
      );
    case 'date':
      return (
        <DatePickerInput
          {...common}
          valueFormat="D MMM YYYY"
          value={value}
          onChange={(next) => {
            list.setFilter(filter.name, next);
          }}
        />
      );
    case 'text':
      return (
        <TextFilter
          key={value}
          label={filter.label}
          value={value}
          onApply={(text) => {
            list.setFilter(filter.name, text === '' ? null : text);
          }}
        />
      );
    case 'linked':
      return null;
  }
}

/** The filters of a list, and what is in effect as chips that can be taken away one by one. */
export function FilterBar({ list, filters }: { list: ListState; filters: ListFilter[] }) {
  const { t } = useTranslation();
  const [open, { toggle }] = useDisclosure(false);
  const active = filters.flatMap((filter) => {
    const value = list.filters[filter.name];
    return value == null ? [] : [{ filter, value }];
  });
  return (
    <div className={classes.filterBar}>
      <Button
        variant="default"
        className={classes.filterToggle}
        leftSection={<Icon name="filter" size={16} />}
        aria-expanded={open}
        onClick={toggle}
      >
        {active.length === 0 ? t('list.filters') : t('list.filtersActive', { count: active.length })}
      </Button>
      <div className={classes.filterFields} data-open={open || undefined}>
        {filters.map((filter) => (
          <FilterField key={filter.name} filter={filter} list={list} />
        ))}
      </div>
      {active.length > 0 && (
        <div className={classes.chips}>
          {active.map(({ filter, value }) => (
            <Pill
              key={filter.name}
              withRemoveButton
              onRemove={() => {
                list.setFilter(filter.name, null);
              }}
              removeButtonProps={{
                'aria-label': t('list.removeFilter', { label: filter.label }),
                'aria-hidden': false,
                tabIndex: 0,
              }}
            >
              {filter.label}: {chipText(t, filter, value)}
            </Pill>
          ))}
          <Button variant="subtle" size="compact-sm" onClick={list.clear}>
            {t('list.clearFilters')}
          </Button>
        </div>
      )}
    </div>
  );
}
