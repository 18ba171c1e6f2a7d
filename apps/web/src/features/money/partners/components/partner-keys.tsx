import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PartnerDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../components/copy-button';
import { NewKeyDialog } from '../../../../components/credentials/new-key-dialog';
import { RevealSecret } from '../../../../components/credentials/reveal-secret';
import { RevokeKey } from '../../../../components/credentials/revoke-key';
import { RotateKeyDialog } from '../../../../components/credentials/rotate-key-dialog';
import { Icon } from '../../../../components/icon';
import { EmptyMessage } from '../../../../components/page/page-states';
import { Fields, Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { requestKey, requestRotation, revealSecret, revokeKey } from '../api/partners-api';

type Key = PartnerDto['keys'][number];

function PartnerKey({ partner, its }: { partner: PartnerDto; its: Key }) {
  const { t } = useTranslation('partners');
  const { t: credentials } = useTranslation('credentials');
  const mayManage = usePermission('bank.manage');
  const [dialog, setDialog] = useState<'rotate' | 'revoke' | 'reveal'>();
  const close = () => {
    setDialog(undefined);
  };
  const one = { id: partner.id, keyId: its.id };
  const active = partner.keys.filter(({ status }) => status === 'ACTIVE');
  return (
    <Panel title={its.label ?? t('key.unnamed')} action={<StatusBadge kind="bankKey" state={its.status} />}>
      <Stack>
        {mayManage && its.secret_pending && (
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
        <Fields
          rows={[
            {
              label: t('key.id'),
              value: (
                <Group gap="xs">
                  <code>{its.key_id}</code>
                  <CopyButton value={its.key_id} what={t('key.id')} />
                </Group>
              ),
            },
            { label: t('key.created'), value: formatMoment(its.created_at) },
            {
              label: t('key.lastUsed'),
              value: its.last_used_at === null ? t('key.never') : formatMoment(its.last_used_at),
            },
            ...(its.previous_valid_until === null
              ? []
              : [{ label: t('key.overlap'), value: formatMoment(its.previous_valid_until) }]),
            ...(its.revoked_at === null
              ? []
              : [{ label: t('key.revoked'), value: formatMoment(its.revoked_at) }]),
          ]}
        />
        {mayManage && its.status === 'ACTIVE' && (
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                setDialog('rotate');
              }}
            >
              {t('key.rotate')}
            </Button>
            <Button
              variant="light"
              color="red"
              size="xs"
              onClick={() => {
                setDialog('revoke');
              }}
            >
              {t('key.revoke')}
            </Button>
          </Group>
        )}
      </Stack>
      {dialog === 'rotate' && (
        <RotateKeyDialog
          name={its.key_id}
          request={(body) => requestRotation({ ...one, ...body })}
          onClose={close}
        />
      )}
      {dialog === 'revoke' && (
        <RevokeKey
          name={its.key_id}
          last={active.length === 1}
          lastUsedAt={its.last_used_at}
          revoke={(body) => revokeKey({ ...one, ...body })}
          onClose={close}
        />
      )}
      {dialog === 'reveal' && (
        <RevealSecret
          owner={`${partner.name} (${partner.code})`}
          name={its.key_id}
          reveal={() => revealSecret(one)}
          onClose={close}
        />
      )}
    </Panel>
  );
}

/** The keys a partner signs with: made and rotated by two people, closed by one. */
export function PartnerKeys({ partner }: { partner: PartnerDto }) {
  const { t } = useTranslation('partners');
  const mayManage = usePermission('bank.manage');
  const [asking, dialog] = useDisclosure(false);
  return (
    <Stack>
      <Group justify="space-between">
        <Text fw={650} component="h2">
          {t('key.title')}
        </Text>
        {mayManage && (
          <Button size="xs" leftSection={<Icon name="plus" size={14} />} onClick={dialog.open}>
            {t('key.add')}
          </Button>
        )}
      </Group>
      {partner.keys.length === 0 && (
        <EmptyMessage icon="key" title={t('key.empty')} hint={t('key.emptyHint')} />
      )}
      {partner.keys.map((its) => (
        <PartnerKey key={its.id} partner={partner} its={its} />
      ))}
      <NewKeyDialog
        request={(body) => requestKey({ id: partner.id, ...body })}
        opened={asking}
        onClose={dialog.close}
      />
    </Stack>
  );
}
