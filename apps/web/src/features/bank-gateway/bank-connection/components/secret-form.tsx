import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Panel } from '../../../../components/page/panel';
import { useAction } from '../../../../lib/use-action';
import { requestSecret } from '../api/connection-api';

const SHORTEST = 16;

interface SecretFormProps {
  bankId: number;
  hasSecret: boolean;
  /** One is waiting for the second person. */
  waits: boolean;
}

/** The secret a bank gave us: typed once, tried at the bank, sealed, shown never; it signs when a second person agreed. */
export function SecretForm({ bankId, hasSecret, waits }: SecretFormProps) {
  const { t } = useTranslation('bank-connection');
  const [secret, setSecret] = useState('');
  const [asking, setAsking] = useState(false);
  const [touched, setTouched] = useState(false);
  const short = secret.length < SHORTEST;
  const action = useAction({
    perform: (reason: string) => requestSecret({ bankId, secret, reason }),
    done: () => t('secret.sent'),
    onSuccess: () => {
      setAsking(false);
      setSecret('');
      setTouched(false);
    },
  });
  if (waits)
    return (
      <Panel title={t('secret.title')}>
        <Text size="sm">{t('secret.waits')}</Text>
      </Panel>
    );
  return (
    <Panel title={t('secret.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTouched(true);
          if (!short) setAsking(true);
        }}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {t(hasSecret ? 'secret.has' : 'secret.none')}
          </Text>
          <PasswordInput
            label={t('secret.label')}
            autoComplete="off"
            value={secret}
            onChange={(event) => {
              setSecret(event.currentTarget.value);
            }}
            error={touched && short ? t('secret.short', { count: SHORTEST }) : undefined}
          />
          <Group>
            <Button type="submit" variant="default">
              {t('secret.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('secret.confirmTitle')}
        confirmLabel={t('secret.submit')}
        reason="required"
        action={action}
      >
        <Text size="sm">{t('secret.confirmBody')}</Text>
        {action.isPending && (
          <Text size="sm" c="dimmed" role="status">
            {t('secret.trying')}
          </Text>
        )}
      </ConfirmDialog>
    </Panel>
  );
}
