import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import type { ListFilter } from './list-types';
import type { ListState } from './use-list-state';

/** Says of a list that its address asks for what nobody understands: what is shown is more than was asked for, or in another order. */
export function StrayFilters({ list, filters }: { list: ListState; filters: readonly ListFilter[] }) {
  const { t } = useTranslation();
  const names = list.strays.map(({ name, text }) => {
    const label =
      name === 'sort' ? t('list.sort') : (filters.find((filter) => filter.name === name)?.label ?? name);
    return `${label}: ${text}`;
  });
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<Icon name="warning" />}
      title={t('list.stray')}
      role="alert"
      mb="sm"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('list.strayBody', { names: names.join('; ') })}</Text>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            list.drop(list.strays.map(({ name }) => name));
          }}
        >
          {t('list.strayLeave')}
        </Button>
      </Stack>
    </Alert>
  );
}
