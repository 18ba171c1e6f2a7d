import { Button, Checkbox, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListPreferences } from './list-preferences';
import type { TitledColumn } from './list-types';
import { ToolButton } from './tool-button';

interface ColumnMenuProps<T> {
  columns: TitledColumn<T>[];
  preferences: ListPreferences;
}

export function ColumnMenu<T>({ columns, preferences }: ColumnMenuProps<T>) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" withArrow trapFocus shadow="md">
      <Popover.Target>
        <ToolButton icon="columns" label={t('list.columns')} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t('list.columns')}>
        <Stack gap="xs" miw={200}>
          {columns.map((column) => (
            <Checkbox
              key={column.key}
              size="sm"
              label={column.title}
              disabled={column.locked === true}
              checked={column.locked === true || preferences.isVisible(column)}
              onChange={(event) => {
                preferences.setVisible(column, event.currentTarget.checked);
              }}
            />
          ))}
          <Text size="xs" c="dimmed" mt="xs">
            {t('list.density')}
          </Text>
          <SegmentedControl
            size="xs"
            aria-label={t('list.density')}
            value={preferences.density}
            onChange={(value) => {
              preferences.setDensity(value);
            }}
            data={[
              { value: 'normal', label: t('list.normal') },
              { value: 'dense', label: t('list.dense') },
            ]}
          />
          <Button variant="subtle" size="xs" onClick={preferences.reset}>
            {t('list.resetView')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
