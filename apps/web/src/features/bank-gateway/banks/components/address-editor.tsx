import { ActionIcon, Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { addressRow, typedAddresses } from './settings-values';
import type { SettingsValues } from './settings-values';

/** Where the bank may call from, a line each; the server's objection stands at the line it is about. */
export function AddressEditor({ form }: { form: UseFormReturnType<SettingsValues> }) {
  const { t } = useTranslation('banks');
  return (
    <Panel title={t('settings.addresses')}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('settings.addressesHint')}
        </Text>
        {form.values.addresses.map((row, index) => {
          const path = `addresses.${String(index)}.text`;
          const no = index + 1;
          return (
            <Group key={row.key} gap="xs" align="flex-start" wrap="nowrap">
              <TextInput
                aria-label={t('settings.address', { no })}
                placeholder="203.0.113.0/28"
                maxLength={50}
                spellCheck={false}
                style={{ flex: 1 }}
                key={form.key(path)}
                {...form.getInputProps(path)}
              />
              <ActionIcon
                variant="subtle"
                color="red"
                size={36}
                aria-label={t('settings.removeAddress', { no })}
                onClick={() => {
                  form.removeListItem('addresses', index);
                }}
              >
                <Icon name="close" size={16} />
              </ActionIcon>
            </Group>
          );
        })}
        {typedAddresses(form.values).length === 0 && (
          <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
            {t('settings.noAddress')}
          </Alert>
        )}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            disabled={form.values.addresses.length >= 50}
            onClick={() => {
              form.insertListItem('addresses', addressRow());
            }}
          >
            {t('settings.addAddress')}
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}
