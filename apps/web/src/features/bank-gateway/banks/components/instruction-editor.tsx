import { Select, Stack, Text, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INSTRUCTION_CHANNELS, type InstructionChannel } from '@tirtapay/domain';
import { Panel } from '../../../../components/page/panel';
import { channelTitle } from './channel-title';
import classes from './banks.module.css';
import { InstructionPreview } from './instruction-preview';
import { stepsOf } from './settings-values';
import type { SettingsValues } from './settings-values';

/** The steps a payer reads, one channel at a time in both languages, beside what the page will show. */
export function InstructionEditor({ form }: { form: UseFormReturnType<SettingsValues> }) {
  const { t } = useTranslation('banks');
  const [channel, setChannel] = useState<InstructionChannel>('TELLER');
  // A channel with an objection comes to the front: it could not be seen behind another.
  const wrong = INSTRUCTION_CHANNELS.find((name) =>
    Object.keys(form.errors).some((path) => path.startsWith(`instructions.${name}.`)),
  );
  const [brought, setBrought] = useState<InstructionChannel>();
  if (wrong !== brought) {
    setBrought(wrong);
    if (wrong !== undefined) setChannel(wrong);
  }
  const path = `instructions.${channel}`;
  const texts = form.values.instructions[channel];
  return (
    <Panel title={t('settings.instructions')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('settings.instructionsHint')}
        </Text>
        <Select
          label={t('settings.channel')}
          allowDeselect={false}
          value={channel}
          onChange={(value) => {
            if (value !== null) setChannel(value);
          }}
          data={INSTRUCTION_CHANNELS.map((value) => {
            const count = stepsOf(form.values.instructions[value].id).length;
            const name = channelTitle(t, value);
            return {
              value,
              label:
                count === 0
                  ? t('settings.channelEmpty', { channel: name })
                  : t('settings.channelFilled', { channel: name, count }),
            };
          })}
        />
        <div className={classes.twoTexts}>
          {(['id', 'en'] as const).map((name) => (
            <Textarea
              key={form.key(`${path}.${name}`)}
              label={t(name === 'id' ? 'settings.stepsId' : 'settings.stepsEn')}
              lang={name}
              autosize
              minRows={4}
              maxRows={16}
              {...form.getInputProps(`${path}.${name}`)}
            />
          ))}
        </div>
        <InstructionPreview title={channelTitle(t, channel)} steps={(name) => stepsOf(texts[name])} />
      </Stack>
    </Panel>
  );
}
