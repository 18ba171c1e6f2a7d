import { Button, Group, Select, Stack, Text } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { startRun, useSandbox } from '../api/certification-api';

const ANY_KEY = '';

interface StartPanelProps {
  bank: BankDto;
  onStarted: () => void;
}

/** Begins to watch: calls of the bank's own system, or of the sandbox bank in a demonstration. */
export function StartPanel({ bank, onStarted }: StartPanelProps) {
  const { t } = useTranslation('certification');
  const sandbox = useSandbox();
  const [keyId, setKeyId] = useState(ANY_KEY);
  const action = useAction({ perform: startRun, done: () => t('started'), onSuccess: onStarted });
  const active = ({ status }: { status: string }) => status === 'ACTIVE';
  const keys = bank.keys.filter((key) => active(key) && key.protocol === 'NATIVE');
  if (keys.length === 0 && !bank.snap_partners.some(active))
    return (
      <Panel title={t('start')}>
        <Text size="sm">{t('noCredential')}</Text>
      </Panel>
    );
  const start = (drive: boolean) => {
    action.run({
      bankId: bank.id,
      ...(keyId !== ANY_KEY && { key_id: Number(keyId) }),
      ...(drive && { drive_sandbox: true }),
    });
  };
  return (
    <Panel title={t('start')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('startHint')}
        </Text>
        {keys.length > 1 && (
          <Select
            label={t('key')}
            allowDeselect={false}
            value={keyId}
            onChange={(value) => {
              setKeyId(value ?? ANY_KEY);
            }}
            data={[
              { value: ANY_KEY, label: t('anyKey') },
              ...keys.map((key) => ({
                value: String(key.id),
                label: key.label === null ? key.key_id : `${key.label} · ${key.key_id}`,
              })),
            ]}
          />
        )}
        <Group gap="xs">
          <Button
            variant={sandbox.data?.available === true ? 'default' : 'filled'}
            loading={action.isPending}
            onClick={() => {
              start(false);
            }}
          >
            {t('start')}
          </Button>
          {sandbox.data?.available === true && (
            <Button
              leftSection={<Icon name="play" size={16} />}
              loading={action.isPending}
              onClick={() => {
                start(true);
              }}
            >
              {t('drive')}
            </Button>
          )}
        </Group>
        {sandbox.data?.available === true && (
          <Text size="xs" c="dimmed">
            {t('driveHint')}
          </Text>
        )}
        {action.isError && <ProblemPanel error={action.error} />}
      </Stack>
    </Panel>
  );
}
