import { Text } from '@mantine/core';
import type { BankDto, BankKeyDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../components/copy-button';
import { Fields } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';
import classes from './banks.module.css';
import { requestRotation, revealSecret, revokeKey } from '../api/banks-api';
import { KeyPanel } from '../../../../components/credentials/key-panel';

interface KeyCardProps {
  bank: BankDto;
  bankKey: BankKeyDto;
  /** Another request about the keys of this bank waits for a decision. */
  blocked: boolean;
}

function KeyFacts({ bank, bankKey }: { bank: BankDto; bankKey: BankKeyDto }) {
  const { t } = useTranslation('banks');
  const [openedAt] = useState(() => Date.now());
  const ends = bankKey.previous_valid_until;
  const overlaps = ends !== null && Date.parse(ends) > openedAt;
  return (
    <Fields
      rows={[
        {
          label: t('keys.id'),
          value: (
            <span className={classes.keyId}>
              <code>{bankKey.key_id}</code>
              <CopyButton value={bankKey.key_id} what={`${t('keys.id')} ${bankKey.key_id}`} />
            </span>
          ),
        },
        {
          label: t('facts.environment'),
          value: <StatusBadge kind="bankEnvironment" state={bank.environment} />,
        },
        {
          label: t('keys.scope'),
          value: t(bankKey.protocol === 'SNAP' ? 'keys.scopeSnap' : 'keys.scopeNative'),
        },
        { label: t('keys.created'), value: formatMoment(bankKey.created_at) },
        {
          label: t('keys.lastUsed'),
          value: bankKey.last_used_at === null ? t('keys.neverUsed') : formatMoment(bankKey.last_used_at),
        },
        {
          label: t('keys.expiry'),
          value: (
            <>
              {t('keys.noExpiry')}
              {overlaps && (
                <Text size="sm" fw={600}>
                  {t('keys.overlap', { at: formatMoment(ends) })}
                </Text>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function isLast({ environment, keys }: BankDto): boolean {
  return environment === 'LIVE' && keys.filter(({ status }) => status === 'ACTIVE').length === 1;
}

export function KeyCard({ bank, bankKey, blocked }: KeyCardProps) {
  const { t } = useTranslation('banks');
  const one = { bankId: bank.id, keyId: bankKey.id };
  return (
    <KeyPanel
      title={bankKey.label ?? t('keys.unnamed')}
      owner={`${bank.name} (${bank.code})`}
      its={bankKey}
      last={isLast(bank)}
      blocked={blocked}
      words={{ rotate: t('keys.rotate'), revoke: t('keys.revoke') }}
      rotate={(body) => requestRotation({ ...one, ...body })}
      revoke={(body) => revokeKey({ ...one, ...body })}
      reveal={() => revealSecret(one)}
    >
      <KeyFacts bank={bank} bankKey={bankKey} />
    </KeyPanel>
  );
}
