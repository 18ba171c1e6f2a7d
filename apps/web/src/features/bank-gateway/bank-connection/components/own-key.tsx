import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../components/copy-button';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Panel } from '../../../../components/page/panel';
import { useAction } from '../../../../lib/use-action';
import { makeOwnKey, requestOwnKey } from '../api/connection-api';

interface OwnKeyProps {
  bankId: number;
  publicKey: string;
  /** Made, handed over, not used yet. */
  nextKey: string | null;
  mayManage: boolean;
  /** The next one is waiting for the second person. */
  waits: boolean;
}

function Pem({ pem }: { pem: string }) {
  return (
    <Code block translate="no" tabIndex={0}>
      {pem}
    </Code>
  );
}

/** The key we sign with at the bank, and the one that is to follow it. */
export function OwnKey({ bankId, publicKey, nextKey, mayManage, waits }: OwnKeyProps) {
  const { t } = useTranslation('bank-connection');
  return (
    <>
      <Panel title={t('key.title')} action={<CopyButton value={publicKey} what={t('key.title')} />}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('key.hint')}
          </Text>
          <Pem pem={publicKey} />
          {mayManage && !waits && <MakeNext bankId={bankId} again={nextKey !== null} />}
        </Stack>
      </Panel>
      {nextKey !== null && (
        <Panel title={t('key.next')} action={<CopyButton value={nextKey} what={t('key.next')} />}>
          <Stack>
            <Text size="sm">{t(waits ? 'key.waits' : 'key.nextHint')}</Text>
            <Pem pem={nextKey} />
            {mayManage && !waits && <UseNext bankId={bankId} />}
          </Stack>
        </Panel>
      )}
    </>
  );
}

function MakeNext({ bankId, again }: { bankId: number; again: boolean }) {
  const { t } = useTranslation('bank-connection');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (_reason: string) => makeOwnKey(bankId),
    done: () => t('key.made'),
    onSuccess: () => {
      setAsking(false);
    },
  });
  return (
    <Group>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t(again ? 'key.makeAgain' : 'key.make')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('key.makeTitle')}
        confirmLabel={t(again ? 'key.makeAgain' : 'key.make')}
        action={action}
      >
        <Text size="sm">{t(again ? 'key.makeAgainBody' : 'key.makeBody')}</Text>
      </ConfirmDialog>
    </Group>
  );
}

function UseNext({ bankId }: { bankId: number }) {
  const { t } = useTranslation('bank-connection');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (reason: string) => requestOwnKey({ bankId, reason }),
    done: () => t('key.sent'),
    onSuccess: () => {
      setAsking(false);
    },
  });
  return (
    <Group>
      <Button
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('key.use')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('key.useTitle')}
        confirmLabel={t('key.use')}
        reason="required"
        action={action}
      >
        <Text size="sm">{t('key.useBody')}</Text>
        {action.isPending && (
          <Text size="sm" c="dimmed" role="status">
            {t('secret.trying')}
          </Text>
        )}
      </ConfirmDialog>
    </Group>
  );
}
