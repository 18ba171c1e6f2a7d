import { Alert, Checkbox, Text } from '@mantine/core';
import type { RevokeKeyBody } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../form/confirm-dialog';
import { Icon } from '../icon';
import { ApiProblem } from '../../lib/api-problem';
import { formatMoment } from '../../lib/format';
import { useAction } from '../../lib/use-action';

interface RevokeKeyProps {
  /** The key id, client key or fingerprint, as the bank knows it. */
  name: string;
  /** As far as this page knows, the bank has real money and no other key of this door. */
  last: boolean;
  lastUsedAt?: string | null;
  revoke: (body: RevokeKeyBody) => Promise<unknown>;
  onClose: () => void;
}

/**
 * Closes a key at once: no second person, because shutting a door endangers nobody's money. The last door of a bank
 * with real money is shut only by somebody who says to know it; the server knows better than this page whether it is.
 */
export function RevokeKey({ name, last, lastUsedAt = null, revoke, onClose }: RevokeKeyProps) {
  const { t } = useTranslation('credentials');
  const [meant, setMeant] = useState(false);
  const action = useAction({
    perform: (reason: string) => revoke({ reason, ...(meant && { last_key_confirmed: true }) }),
    done: () => t('revoke.done', { id: name }),
    onSuccess: onClose,
  });
  const refused = action.error instanceof ApiProblem && action.error.code === 'bank.last_key';
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('revoke.title', { id: name })}
      confirmLabel={t('revoke.confirm')}
      danger
      reason="required"
      action={action}
    >
      <Text size="sm">{t('revoke.body')}</Text>
      {lastUsedAt !== null && (
        <Text size="sm" fw={600}>
          {t('revoke.lastUsed', { at: formatMoment(lastUsedAt) })}
        </Text>
      )}
      {(last || refused) && (
        <Alert color="red" variant="light" icon={<Icon name="warning" />} title={t('revoke.last')}>
          <Text size="sm" mb="xs">
            {t('revoke.lastBody')}
          </Text>
          <Checkbox
            label={t('revoke.lastMeant')}
            checked={meant}
            onChange={(event) => {
              setMeant(event.currentTarget.checked);
            }}
          />
        </Alert>
      )}
    </ConfirmDialog>
  );
}
