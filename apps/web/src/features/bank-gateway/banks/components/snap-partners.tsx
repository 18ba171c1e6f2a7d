import { Text } from '@mantine/core';
import type { SnapPartnerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Fields, Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment, formatNumber } from '../../../../lib/format';

/** What the bank signs SNAP BI calls with, as far as it may be seen. */
export function SnapPartners({ partners }: { partners: SnapPartnerDto[] }) {
  const { t } = useTranslation('banks');
  return partners.map((partner) => (
    <Panel
      key={partner.id}
      title={t('snap.title')}
      action={<StatusBadge kind="bankKey" state={partner.status} />}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('snap.hint')}
      </Text>
      <Fields
        rows={[
          { label: t('snap.clientKey'), value: <code>{partner.client_key}</code> },
          { label: t('snap.partnerId'), value: <code>{partner.partner_id}</code> },
          { label: t('snap.channelId'), value: <code>{partner.channel_id}</code> },
          // Its leading spaces are part of it.
          {
            label: t('snap.serviceId'),
            value: <code style={{ whiteSpace: 'pre' }}>{`"${partner.partner_service_id}"`}</code>,
          },
          { label: t('snap.mode'), value: t(`snap.modes.${partner.mode}`) },
          { label: t('snap.publicKeys'), value: formatNumber(partner.public_keys) },
          {
            label: t('keys.lastUsed'),
            value: partner.last_used_at === null ? t('keys.neverUsed') : formatMoment(partner.last_used_at),
          },
        ]}
      />
    </Panel>
  ));
}
