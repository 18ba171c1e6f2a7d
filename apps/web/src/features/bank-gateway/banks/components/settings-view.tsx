import { Select, Stack } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INSTRUCTION_CHANNELS, type InstructionChannel } from '@tirtapay/domain';
import { Panel, Split } from '../../../../components/page/panel';
import { channelTitle } from './channel-title';
import { BankTerms } from './bank-terms';
import { InstructionPreview } from './instruction-preview';

/** The settings in force while nobody may change them: to be read, not greyed out. */
export function SettingsView({ bank }: { bank: BankDto }) {
  const { t } = useTranslation('banks');
  const [channel, setChannel] = useState<InstructionChannel>('TELLER');
  return (
    <Split>
      <BankTerms bank={bank} />
      <Panel title={t('settings.instructions')}>
        <Stack>
          <Select
            label={t('settings.channel')}
            allowDeselect={false}
            value={channel}
            onChange={(value) => {
              if (value !== null) setChannel(value);
            }}
            data={INSTRUCTION_CHANNELS.map((value) => ({ value, label: channelTitle(t, value) }))}
          />
          <InstructionPreview
            title={channelTitle(t, channel)}
            steps={(language) => bank.instructions[channel]?.[language] ?? []}
          />
        </Stack>
      </Panel>
    </Split>
  );
}
