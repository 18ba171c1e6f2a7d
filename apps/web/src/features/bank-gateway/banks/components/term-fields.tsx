import { Checkbox, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { CHANNELS } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Panel } from '../../../../components/page/panel';
import { channelName } from '../../../../lib/channel-name';
import { useUtility } from '../../../../lib/reference-data';
import { NUMBER_LIMITS } from './settings-rules';
import type { SettingsValues } from './settings-values';

type Form = UseFormReturnType<SettingsValues>;

export function MoneyFields({ form }: { form: Form }) {
  const { t } = useTranslation('banks');
  return (
    <Panel title={t('settings.money')}>
      <Stack>
        <NumberField
          unit="Rp"
          label={t('settings.fee')}
          description={t('settings.feeHint')}
          key={form.key('admin_fee')}
          limits={NUMBER_LIMITS.admin_fee}
          {...form.getInputProps('admin_fee')}
        />
        <NumberField
          unit="Rp"
          label={t('settings.qrisFee')}
          description={t('settings.qrisFeeHint')}
          key={form.key('qris_admin_fee')}
          limits={NUMBER_LIMITS.qris_admin_fee}
          {...form.getInputProps('qris_admin_fee')}
        />
        <NumberField
          label={t('settings.rate')}
          description={t('settings.rateHint')}
          limits={NUMBER_LIMITS.rate_limit_per_second}
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
              <Checkbox key={channel} value={channel} label={channelName(channel)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
    </Panel>
  );
}
