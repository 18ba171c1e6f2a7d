import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { BankDto, BankKeyDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../components/copy-button';
import { Icon } from '../../../../components/icon';
import { Fields, Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import classes from './banks.module.css';
import { requestRotation, revealSecret, revokeKey } from '../api/banks-api';
import { RevealSecret } from '../../../../components/credentials/reveal-secret';
import { RevokeKey } from '../../../../components/credentials/revoke-key';
import { RotateKeyDialog } from '../../../../components/credentials/rotate-key-dialog';

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
  const { t: credentials } = useTranslation('credentials');
  const mayManage = usePermission('bank.manage');
  const [dialog, setDialog] = useState<'rotate' | 'revoke' | 'reveal'>();
  const close = () => {
    setDialog(undefined);
  };
  const name = bankKey.label ?? t('keys.unnamed');
  const one = { bankId: bank.id, keyId: bankKey.id };
  return (
    <Panel title={name} action={<StatusBadge kind="bankKey" state={bankKey.status} />}>
      <Stack>
        {mayManage && bankKey.secret_pending && (
          <Alert
            color="teal"
            variant="light"
            icon={<Icon name="key" />}
            title={credentials('reveal.pending')}
          >
            <Stack gap="xs" align="flex-start">
              <Text size="sm">{credentials('reveal.pendingBody')}</Text>
              <Button
                size="xs"
                onClick={() => {
                  setDialog('reveal');
                }}
              >
                {credentials('reveal.show')}
              </Button>
            </Stack>
          </Alert>
        )}
        <KeyFacts bank={bank} bankKey={bankKey} />
        {mayManage && (
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              disabled={blocked}
              onClick={() => {
                setDialog('rotate');
              }}
            >
              {t('keys.rotate')}
            </Button>
            <Button
              variant="light"
              color="red"
              size="xs"
              onClick={() => {
                setDialog('revoke');
              }}
            >
              {t('keys.revoke')}
            </Button>
          </Group>
        )}
      </Stack>
      {dialog === 'rotate' && (
        <RotateKeyDialog
          name={bankKey.key_id}
          request={(body) => requestRotation({ ...one, ...body })}
          onClose={close}
        />
      )}
      {dialog === 'revoke' && (
        <RevokeKey
          name={bankKey.key_id}
          last={isLast(bank)}
          lastUsedAt={bankKey.last_used_at}
          revoke={(body) => revokeKey({ ...one, ...body })}
          onClose={close}
        />
      )}
      {dialog === 'reveal' && (
        <RevealSecret
          owner={`${bank.name} (${bank.code})`}
          name={bankKey.key_id}
          reveal={() => revealSecret(one)}
          onClose={close}
        />
      )}
    </Panel>
  );
}
