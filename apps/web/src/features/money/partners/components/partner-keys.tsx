import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { PartnerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../components/copy-button';
import { NewKeyDialog } from '../../../../components/credentials/new-key-dialog';
import { KeyPanel } from '../../../../components/credentials/key-panel';
import { Icon } from '../../../../components/icon';
import { EmptyMessage } from '../../../../components/page/page-states';
import { Fields } from '../../../../components/page/panel';
import { formatMoment } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { requestKey, requestRotation, revealSecret, revokeKey } from '../api/partners-api';

type Key = PartnerDto['keys'][number];

function PartnerKey({ partner, its }: { partner: PartnerDto; its: Key }) {
  const { t } = useTranslation('partners');
  const one = { id: partner.id, keyId: its.id };
  return (
    <KeyPanel
      title={its.label ?? t('key.unnamed')}
      owner={`${partner.name} (${partner.code})`}
      its={its}
      last={partner.keys.filter(({ status }) => status === 'ACTIVE').length === 1}
      words={{ rotate: t('key.rotate'), revoke: t('key.revoke') }}
      rotate={(body) => requestRotation({ ...one, ...body })}
      revoke={(body) => revokeKey({ ...one, ...body })}
      reveal={() => revealSecret(one)}
    >
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
    </KeyPanel>
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
