import { Text } from '@mantine/core';
import type { PenaltyPolicyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { useAction } from '../../../../lib/use-action';
import { changePolicy } from '../api/penalties-api';
import { ChangeEffect } from './change-effect';

/** Takes a policy of which no bill was issued out of force, or puts it back, by two people. */
export function SwitchPolicyDialog({ policy, onClose }: { policy: PenaltyPolicyDto; onClose: () => void }) {
  const { t } = useTranslation('penalties');
  const active = !policy.active;
  const action = useAction({
    perform: (reason: string) => changePolicy({ id: policy.id, version: policy.version, active, reason }),
    done: () => t('changeAsked'),
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(active ? 'switch.onTitle' : 'switch.offTitle')}
      confirmLabel={t('form.send')}
      danger={!active}
      reason="required"
      action={action}
    >
      <Text size="sm">{t('switch.body', { name: policy.name })}</Text>
      <ChangeEffect id={policy.id} change={{ active }} />
    </ConfirmDialog>
  );
}
