import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Panel } from '../../../../components/page/panel';
import { useAction } from '../../../../lib/use-action';
import { keepSecret } from '../api/connection-api';

const SHORTEST = 16;

/** The secret a bank gave us: typed once, sealed at once, shown never. */
export function SecretForm({ bankId, hasSecret }: { bankId: number; hasSecret: boolean }) {
  const { t } = useTranslation('bank-connection');
  const [secret, setSecret] = useState('');
  const [asking, setAsking] = useState(false);
  const [touched, setTouched] = useState(false);
  const short = secret.length < SHORTEST;
  const action = useAction({
    perform: (reason: string) => keepSecret({ bankId, secret, reason }),
    done: () => t('secret.kept'),
    onSuccess: () => {
      setAsking(false);
      setSecret('');
      setTouched(false);
    },
  });
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
      </ConfirmDialog>
    </Panel>
  );
}
