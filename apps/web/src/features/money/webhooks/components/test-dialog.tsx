import { Alert, Button, Modal, Select, Stack, Text } from '@mantine/core';
import type { TestNotificationDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMilliseconds } from '../../../../lib/format';
import { useBanks } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { sendTest } from '../api/webhooks-api';

function Tested({ result }: { result: TestNotificationDto }) {
  const { t } = useTranslation('webhooks');
  const { t: common } = useTranslation();
  const good = result.accepted && result.answer_proven && result.processed;
  return (
    <Alert
      role="status"
      color={good ? 'teal' : 'red'}
      variant="light"
      icon={<Icon name={good ? 'check' : 'warning'} />}
      title={t(good ? 'test.ok' : 'test.bad')}
    >
      <Fields
        rows={[
          {
            label: t('test.request'),
            value: result.accepted
              ? t('test.accepted')
              : t('test.refused', { code: result.code ?? result.http_status }),
          },
          { label: t('test.answer'), value: t(result.answer_proven ? 'test.right' : 'test.wrong') },
          { label: t('test.processing'), value: t(result.processed ? 'test.done' : 'test.waiting') },
          {
            label: common('word.latency'),
            value: common('word.milliseconds', { value: formatMilliseconds(result.latency_ms) }),
          },
          { label: t('eventId'), value: result.message?.event_id ?? '—' },
        ]}
      />
    </Alert>
  );
}

function Dialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('webhooks');
  const { t: common } = useTranslation();
  const banks = (useBanks().data ?? []).filter(({ active }) => active);
  const [chosen, setChosen] = useState<string | null>(null);
  const action = useAction({ perform: sendTest });
  const bank = chosen ?? (banks[0] ? String(banks[0].id) : null);
  return (
    <Modal
      opened
      onClose={() => {
        if (!action.isPending) onClose();
      }}
      title={t('test.button')}
      closeButtonProps={{ 'aria-label': common('action.close') }}
    >
      <Stack>
        <Text size="sm">{t('test.explain')}</Text>
        <Select
          label={common('word.bank')}
          data={banks.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={bank}
          allowDeselect={false}
          onChange={(value) => {
            setChosen(value);
            action.reset();
          }}
        />
        {action.data && <Tested result={action.data} />}
        {action.isError && <ProblemPanel error={action.error} />}
        <Button
          disabled={bank === null}
          loading={action.isPending}
          onClick={() => {
            if (bank !== null) action.run(Number(bank));
          }}
        >
          {t('test.submit')}
        </Button>
      </Stack>
    </Modal>
  );
}

/** Sends a notification the way a chosen bank would; it moves no money. */
export function TestButton() {
  const { t } = useTranslation('webhooks');
  const may = usePermission('webhook.manage');
  const [opened, setOpened] = useState(false);
  if (!may) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="play" size={16} />}
        onClick={() => {
          setOpened(true);
        }}
      >
        {t('test.button')}
      </Button>
      {opened && (
        <Dialog
          onClose={() => {
            setOpened(false);
          }}
        />
      )}
    </>
  );
}
