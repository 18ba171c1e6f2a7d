import { Text } from '@mantine/core';
import type { BankKeyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { formatMoment } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { revokeKey } from '../api/banks-api';

interface RevokeKeyProps {
  bankId: number;
  bankKey: BankKeyDto;
  onClose: () => void;
}

/** Closes a key at once: no second person, because shutting a door endangers nobody's money. */
export function RevokeKey({ bankId, bankKey, onClose }: RevokeKeyProps) {
  const { t } = useTranslation('banks');
  const action = useAction({
    perform: (reason: string) => revokeKey({ bankId, keyId: bankKey.id, reason }),
    done: () => t('revoke.done', { id: bankKey.key_id }),
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('revoke.title', { id: bankKey.key_id })}
      confirmLabel={t('revoke.confirm')}
      danger
      reason="required"
      action={action}
    >
      <Text size="sm">{t('revoke.body')}</Text>
      {bankKey.last_used_at !== null && (
        <Text size="sm" fw={600}>
          {t('revoke.lastUsed', { at: formatMoment(bankKey.last_used_at) })}
        </Text>
      )}
    </ConfirmDialog>
  );
}
