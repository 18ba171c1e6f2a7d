import { Button, Group, Stack } from '@mantine/core';
import type {
  ApprovalRequestedDto,
  BankKeyDto,
  KeySecretDto,
  RevokeKeyBody,
  RotateKeyBody,
} from '@tirtapay/api-client';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { usePermission } from '../../lib/use-permission';
import { Panel } from '../page/panel';
import { StatusBadge } from '../status-badge';
import { RevealSecret } from './reveal-secret';
import { RevokeKey } from './revoke-key';
import { RotateKeyDialog } from './rotate-key-dialog';
import { SecretPending } from './secret-pending';

interface KeyPanelProps {
  title: string;
  /** Whose key it is, as people know them. */
  owner: string;
  its: Pick<
    BankKeyDto,
    'key_id' | 'status' | 'secret_pending' | 'last_used_at' | 'previous_valid_until' | 'rotation_keeps_older'
  >;
  /** As far as this page knows there is no other. */
  last: boolean;
  /** Another request about the keys of the owner waits for a decision. */
  blocked?: boolean;
  words: { rotate: string; revoke: string };
  rotate: (body: RotateKeyBody) => Promise<ApprovalRequestedDto>;
  revoke: (body: RevokeKeyBody) => Promise<unknown>;
  reveal: () => Promise<KeySecretDto>;
  /** What is known of it. */
  children: ReactNode;
}

/** One key somebody signs calls with: renewed by two people, closed at once by one, its secret shown a single time. */
export function KeyPanel({ its, words, ...props }: KeyPanelProps) {
  const mayManage = usePermission('bank.manage');
  const [dialog, setDialog] = useState<'rotate' | 'revoke' | 'reveal'>();
  const open = (which: typeof dialog) => () => {
    setDialog(which);
  };
  const close = open(undefined);
  return (
    <Panel title={props.title} action={<StatusBadge kind="bankKey" state={its.status} />}>
      <Stack>
        {mayManage && its.secret_pending && <SecretPending onShow={open('reveal')} />}
        {props.children}
        {mayManage && its.status === 'ACTIVE' && (
          <Group gap="xs">
            <Button variant="default" size="xs" disabled={props.blocked === true} onClick={open('rotate')}>
              {words.rotate}
            </Button>
            <Button variant="light" color="red" size="xs" onClick={open('revoke')}>
              {words.revoke}
            </Button>
          </Group>
        )}
      </Stack>
      {dialog === 'rotate' && (
        <RotateKeyDialog name={its.key_id} its={its} request={props.rotate} onClose={close} />
      )}
      {dialog === 'revoke' && (
        <RevokeKey
          name={its.key_id}
          last={props.last}
          lastUsedAt={its.last_used_at}
          revoke={props.revoke}
          onClose={close}
        />
      )}
      {dialog === 'reveal' && (
        <RevealSecret owner={props.owner} name={its.key_id} reveal={props.reveal} onClose={close} />
      )}
    </Panel>
  );
}
