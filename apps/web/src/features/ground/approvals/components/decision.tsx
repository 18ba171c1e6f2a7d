import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApprovalDecision } from '@tirtapay/domain';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import type { ApprovalDetailDto } from '@tirtapay/api-client';
import { useSession } from '../../../../lib/session';
import { useAction } from '../../../../lib/use-action';
import { decideApproval, withdrawApproval } from '../api/approvals-api';

/** For whom this request waits. */
function Others({ approval }: { approval: ApprovalDetailDto }) {
  const { t } = useTranslation('approvals');
  const { t: common } = useTranslation();
  const session = useSession();
  const own = 'user' in session && session.user.id === approval.made_by.id;
  const roles = approval.decider_roles.map((role) => common(`role.${role}`)).join(', ');
  const people = approval.deciders.map(({ name }) => name).join(', ');
  return (
    <Alert color="gray" variant="light">
      <Text size="sm">{t(own ? 'detail.ownRequest' : 'detail.cannot')}</Text>
      <Text size="sm" mt={4}>
        {people === '' ? t('detail.nobodyDecides', { roles }) : t('detail.whoDecides', { people, roles })}
      </Text>
    </Alert>
  );
}

function Withdraw({ approval }: { approval: ApprovalDetailDto }) {
  const { t } = useTranslation('approvals');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (_reason: string) => withdrawApproval(approval.id),
    done: () => t('detail.withdrawn'),
    onSuccess: () => {
      setAsking(false);
    },
  });
  return (
    <>
      <Group>
        <Button
          variant="default"
          onClick={() => {
            setAsking(true);
          }}
        >
          {t('detail.withdraw')}
        </Button>
      </Group>
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => {
            setAsking(false);
          }}
          title={t('detail.withdrawTitle')}
          confirmLabel={t('detail.withdraw')}
          danger
          action={action}
        >
          <Text size="sm" fw={600}>
            {approval.summary}
          </Text>
          <Text size="sm">{t('detail.withdrawBody')}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

function Decide({ approval }: { approval: ApprovalDetailDto }) {
  const { t } = useTranslation('approvals');
  const [asking, setAsking] = useState<ApprovalDecision>();
  const action = useAction({
    perform: (note: string) =>
      decideApproval({ id: approval.id, decision: asking ?? 'REJECT', ...(note !== '' && { note }) }),
    done: (decided) => t(decided.status === 'APPROVED' ? 'detail.approved' : 'detail.rejected'),
    onSuccess: () => {
      setAsking(undefined);
    },
  });
  return (
    <>
      <Group>
        <Button
          onClick={() => {
            setAsking('APPROVE');
          }}
        >
          {t('detail.approve')}
        </Button>
        <Button
          variant="light"
          color="red"
          onClick={() => {
            setAsking('REJECT');
          }}
        >
          {t('detail.reject')}
        </Button>
      </Group>
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => {
            setAsking(undefined);
          }}
          title={t(asking === 'APPROVE' ? 'detail.approveTitle' : 'detail.rejectTitle')}
          confirmLabel={t(asking === 'APPROVE' ? 'detail.approve' : 'detail.reject')}
          danger={asking === 'REJECT'}
          reason={asking === 'REJECT' ? 'required' : 'optional'}
          reasonLabel={t('detail.note')}
          action={action}
        >
          <Text size="sm" fw={600}>
            {approval.summary}
          </Text>
          <Text size="sm">{t(asking === 'APPROVE' ? 'detail.approveBody' : 'detail.rejectBody')}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}

/** What the person at the keyboard can do about an open request, or who can. */
export function Decision({ approval }: { approval: ApprovalDetailDto }) {
  if (approval.status !== 'PENDING') return null;
  if (approval.can_decide) return <Decide approval={approval} />;
  return (
    <>
      <Others approval={approval} />
      {approval.can_withdraw && <Withdraw approval={approval} />}
    </>
  );
}
