import { Button, Group, Stack } from '@mantine/core';
import type { BankDto, SnapPartnerDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fields, Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import {
  removePublicKey,
  requestPartnerRotation,
  revealPartnerSecret,
  revokePartner,
} from '../api/banks-api';
import classes from './banks.module.css';
import { PublicKeyDialog } from './public-key-dialog';
import { RevealSecret } from '../../../../components/credentials/reveal-secret';
import { RevokeKey } from '../../../../components/credentials/revoke-key';
import { SecretPending } from '../../../../components/credentials/secret-pending';
import { RotateKeyDialog } from '../../../../components/credentials/rotate-key-dialog';

/** Enough to tell two keys apart on the telephone; the whole of it is in the title. */
const SHOWN_DIGITS = 16;

interface SnapPartnerCardProps {
  bank: BankDto;
  partner: SnapPartnerDto;
  /** Another request about the keys of this bank waits for a decision. */
  blocked: boolean;
}

type Dialog =
  | { readonly kind: 'rotate' | 'revoke' | 'reveal' | 'addKey' }
  | { readonly kind: 'removeKey'; readonly fingerprint: string };

interface PublicKeysProps {
  partner: SnapPartnerDto;
  onRemove: ((fingerprint: string) => void) | null;
}

function PublicKeys({ partner, onRemove }: PublicKeysProps) {
  const { t } = useTranslation('banks');
  if (partner.public_keys.length === 0) return t('snap.noPublicKey');
  return (
    <Stack gap={4}>
      {partner.public_keys.map((print) => (
        <Group key={print} gap="xs" wrap="wrap">
          <code title={print}>{print.slice(0, SHOWN_DIGITS)}…</code>
          {onRemove !== null && (
            <Button
              variant="subtle"
              color="red"
              size="compact-xs"
              aria-label={t('snap.removeKeyOf', { print: print.slice(0, SHOWN_DIGITS) })}
              onClick={() => {
                onRemove(print);
              }}
            >
              {t('snap.removeKey')}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}

function PartnerFacts({ partner, onRemove }: PublicKeysProps) {
  const { t } = useTranslation('banks');
  const [openedAt] = useState(() => Date.now());
  const ends = partner.previous_valid_until;
  return (
    <Fields
      rows={[
        { label: t('snap.clientKey'), value: <code className={classes.keyId}>{partner.client_key}</code> },
        { label: t('snap.partnerId'), value: <code className={classes.keyId}>{partner.partner_id}</code> },
        { label: t('snap.channelId'), value: <code>{partner.channel_id}</code> },
        // Its leading spaces are part of it.
        {
          label: t('snap.serviceId'),
          value: <code style={{ whiteSpace: 'pre' }}>{`"${partner.partner_service_id}"`}</code>,
        },
        { label: t('snap.mode'), value: t(`snap.modes.${partner.mode}`) },
        { label: t('snap.publicKeys'), value: <PublicKeys partner={partner} onRemove={onRemove} /> },
        {
          label: t('keys.lastUsed'),
          value: partner.last_used_at === null ? t('keys.neverUsed') : formatMoment(partner.last_used_at),
        },
        ...(ends !== null && Date.parse(ends) > openedAt
          ? [{ label: t('keys.expiry'), value: t('keys.overlap', { at: formatMoment(ends) }) }]
          : []),
      ]}
    />
  );
}

interface DialogsProps {
  bank: BankDto;
  partner: SnapPartnerDto;
  dialog: Dialog;
  onClose: () => void;
}

function Dialogs({ bank, partner, dialog, onClose }: DialogsProps) {
  const one = { bankId: bank.id, partnerId: partner.id };
  const name = partner.client_key;
  const live = bank.environment === 'LIVE';
  switch (dialog.kind) {
    case 'rotate':
      return (
        <RotateKeyDialog
          name={name}
          its={partner}
          request={(body) => requestPartnerRotation({ ...one, ...body })}
          onClose={onClose}
        />
      );
    case 'reveal':
      return (
        <RevealSecret
          owner={`${bank.name} (${bank.code})`}
          name={name}
          reveal={() => revealPartnerSecret(one)}
          onClose={onClose}
        />
      );
    case 'addKey':
      return <PublicKeyDialog one={one} name={name} onClose={onClose} />;
    case 'revoke':
      return (
        <RevokeKey
          name={name}
          last={live && bank.snap_partners.filter(({ status }) => status === 'ACTIVE').length === 1}
          lastUsedAt={partner.last_used_at}
          revoke={(body) => revokePartner({ ...one, ...body })}
          onClose={onClose}
        />
      );
    case 'removeKey':
      return (
        <RevokeKey
          name={dialog.fingerprint.slice(0, SHOWN_DIGITS)}
          last={live && partner.public_keys.length === 1}
          revoke={(body) => removePublicKey({ ...one, ...body, fingerprint: dialog.fingerprint })}
          onClose={onClose}
        />
      );
  }
}

/** What the bank signs SNAP BI calls with: renewed by two people, closed at once by one. */
export function SnapPartnerCard({ bank, partner, blocked }: SnapPartnerCardProps) {
  const { t } = useTranslation('banks');
  const mayManage = usePermission('bank.manage') && partner.status === 'ACTIVE';
  const [dialog, setDialog] = useState<Dialog>();
  const open = (kind: 'rotate' | 'revoke' | 'reveal' | 'addKey') => () => {
    setDialog({ kind });
  };
  return (
    <Panel title={t('snap.title')} action={<StatusBadge kind="bankKey" state={partner.status} />}>
      <Stack>
        {mayManage && partner.secret_pending && <SecretPending onShow={open('reveal')} />}
        <PartnerFacts
          partner={partner}
          onRemove={
            mayManage
              ? (fingerprint) => {
                  setDialog({ kind: 'removeKey', fingerprint });
                }
              : null
          }
        />
        {mayManage && (
          <Group gap="xs">
            {partner.mode === 'SYMMETRIC' && (
              <Button variant="default" size="xs" disabled={blocked} onClick={open('rotate')}>
                {t('snap.rotate')}
              </Button>
            )}
            <Button variant="default" size="xs" disabled={blocked} onClick={open('addKey')}>
              {t('snap.addKey')}
            </Button>
            <Button variant="light" color="red" size="xs" onClick={open('revoke')}>
              {t('snap.revoke')}
            </Button>
          </Group>
        )}
      </Stack>
      {dialog !== undefined && (
        <Dialogs
          bank={bank}
          partner={partner}
          dialog={dialog}
          onClose={() => {
            setDialog(undefined);
          }}
        />
      )}
    </Panel>
  );
}
