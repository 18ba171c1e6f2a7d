import { Checkbox, Group, NumberInput, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { CHANNELS } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { MoneyInput } from '../../../components/form/money-input';
import { Panel } from '../../../components/page/panel';
import { useUtility } from '../../../lib/reference-data';
import type { SettingsValues } from './settings-values';

type Form = UseFormReturnType<SettingsValues>;

export function MoneyFields({ form }: { form: Form }) {
  const { t } = useTranslation('banks');
  return (
    <Panel title={t('settings.money')}>
      <Stack>
        <MoneyInput
          label={t('settings.fee')}
          description={t('settings.feeHint')}
          key={form.key('admin_fee')}
          {...form.getInputProps('admin_fee')}
          max={100_000}
        />
        <MoneyInput
          label={t('settings.qrisFee')}
          description={t('settings.qrisFeeHint')}
          key={form.key('qris_admin_fee')}
          {...form.getInputProps('qris_admin_fee')}
          max={100_000}
        />
        <NumberInput
          label={t('settings.rate')}
          description={t('settings.rateHint')}
          allowDecimal={false}
          allowNegative={false}
          hideControls
          thousandSeparator="."
          decimalSeparator=","
          min={1}
          max={100_000}
          key={form.key('rate_limit_per_second')}
          {...form.getInputProps('rate_limit_per_second')}
        />
      </Stack>
    </Panel>
  );
}

export function CutoffFields({ form }: { form: Form }) {
  const { t } = useTranslation('banks');
  const zone = useUtility().data?.zone_label ?? '';
  return (
    <Panel title={t('settings.cutoff')}>
      <Stack>
        <Switch
          label={t('settings.cutoffOn')}
          key={form.key('closes')}
          {...form.getInputProps('closes', { type: 'checkbox' })}
        />
        {form.values.closes && (
          <>
            <Group align="flex-start" gap="sm" grow>
              {(['cutoff_start', 'cutoff_end'] as const).map((name) => (
                <TextInput
                  key={form.key(name)}
                  label={t(name === 'cutoff_start' ? 'settings.cutoffStart' : 'settings.cutoffEnd')}
                  placeholder="23:00"
                  inputMode="numeric"
                  maxLength={5}
                  {...form.getInputProps(name)}
                />
              ))}
            </Group>
            <Text size="xs" c="dimmed">
              {t('settings.cutoffHint', { zone })}
            </Text>
          </>
        )}
      </Stack>
    </Panel>
  );
}

export function AccountFields({ form }: { form: Form }) {
  const { t } = useTranslation('banks');
  return (
    <Panel title={t('settings.account')}>
      <Stack>
        <TextInput
          label={t('settings.prefix')}
          description={t('settings.prefixHint')}
          inputMode="numeric"
          maxLength={8}
          key={form.key('va_prefix')}
          {...form.getInputProps('va_prefix')}
        />
        <Checkbox.Group
          label={t('settings.channels')}
          key={form.key('channels')}
          {...form.getInputProps('channels')}
        >
          <Stack gap={8} mt={6}>
            {CHANNELS.map((channel) => (
              <Checkbox key={channel} value={channel} label={t(`channel.${channel}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </Panel>
  );
}
