import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { useAction } from '../../../../lib/use-action';
import { revokeWaiver } from '../api/waivers-api';

/** Asks a second person to end a programme with the day of the decision. */
export function RevokeWaiver({ id }: { id: number }) {
  const { t } = useTranslation('waivers');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (reason: string) => revokeWaiver({ id, reason }),
    done: () => t('revoke.asked'),
    onSuccess: () => {
      setAsking(false);
    },
  });
  return (
    <>
      <Button
        variant="light"
        color="red"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('revoke.ask')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('revoke.title')}
        confirmLabel={t('revoke.ask')}
        danger
        reason="required"
        reasonLength={10}
        action={action}
      >
        <Text size="sm">{t('revoke.body')}</Text>
      </ConfirmDialog>
    </>
  );
}
