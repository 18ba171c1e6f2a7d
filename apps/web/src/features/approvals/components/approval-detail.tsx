import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTree } from '../../../components/data-tree';
import { ConfirmDialog } from '../../../components/form/confirm-dialog';
import { DetailSkeleton } from '../../../components/page/page-states';
import { Fields } from '../../../components/page/panel';
import { ProblemPanel } from '../../../components/page/problem-panel';
import { StatusBadge } from '../../../components/status-badge';
import type { ApprovalDto } from '@tirtapay/api-client';
import { formatMoment } from '../../../lib/format';
import { useSession } from '../../../lib/session';
import { useAction } from '../../../lib/use-action';
import { decideApproval, useApproval } from '../api/approvals-api';

function DecisionButtons({ approval }: { approval: ApprovalDto }) {
  const { t } = useTranslation('approvals');
  const session = useSession();
  const [asking, setAsking] = useState<'APPROVE' | 'REJECT'>();
  const action = useAction({
    perform: (note: string) =>
      decideApproval({ id: approval.id, decision: asking ?? 'REJECT', ...(note !== '' && { note }) }),
    done: (decided) => t(decided.status === 'APPROVED' ? 'detail.approved' : 'detail.rejected'),
    onSuccess: () => {
      setAsking(undefined);
    },
  });
  if (approval.status !== 'PENDING') return null;
  if (!approval.can_decide) {
    const own = 'user' in session && session.user.id === approval.made_by.id;
    return (
      <Alert color="gray" variant="light">
        {t(own ? 'detail.ownRequest' : 'detail.cannot')}
      </Alert>
    );
  }
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

export function ApprovalDetail({ id }: { id: number }) {
  const { t } = useTranslation('approvals');
  const query = useApproval(id);
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const approval = query.data;
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <Text fw={650}>{approval.summary}</Text>
        <StatusBadge kind="approval" state={approval.status} />
      </Group>
      <Fields
        rows={[
          {
            label: t('kind'),
            value: t(`kinds.${approval.kind}` as 'kinds.bank_key', { defaultValue: approval.kind }),
          },
          { label: t('madeBy'), value: `${approval.made_by.name} · ${formatMoment(approval.made_at)}` },
          { label: t('detail.reason'), value: approval.reason ?? '—' },
          ...(approval.decided_by === null || approval.decided_at === null
            ? []
            : [
                {
                  label: t('decidedBy'),
                  value: `${approval.decided_by.name} · ${formatMoment(approval.decided_at)}`,
                },
                { label: t('detail.note'), value: approval.decision_note ?? '—' },
              ]),
        ]}
      />
      <div>
        <Text size="xs" c="dimmed" mb={4}>
          {t('detail.payload')}
        </Text>
        <DataTree
          data={approval.payload}
          nameOf={(name) => t(`detail.fields.${name}` as 'detail.fields.amount', { defaultValue: name })}
        />
      </div>
      <DecisionButtons approval={approval} />
    </Stack>
  );
}
