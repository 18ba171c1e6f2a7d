import { Alert, Button, Code, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import type { ApprovalDetailDto } from '@tirtapay/api-client';
import { useSession } from '../../../../lib/session';
import { useAction } from '../../../../lib/use-action';
import { showCodeHalf } from '../api/approvals-api';

/** Whether this decision let somebody in: a new person, or a new password. */
function letsIn({ kind, status, payload }: ApprovalDetailDto): boolean {
  const { action, reset_password: reset } = payload as { action?: string; reset_password?: boolean };
  return kind === 'privileged_user' && status === 'APPROVED' && (action === 'CREATE' || reset === true);
}

/** The half of a one-time code that the person at the keyboard hands on. */
export function CodeHalf({ approval }: { approval: ApprovalDetailDto }) {
  const { t } = useTranslation('approvals');
  const session = useSession();
  const me = 'user' in session ? session.user.id : undefined;
  const action = useAction({ perform: (_: string) => showCodeHalf(approval.id) });
  if (!letsIn(approval) || (me !== approval.made_by.id && me !== approval.decided_by?.id)) return null;
  if (action.data !== undefined)
    return (
      <Alert color="blue" variant="light" title={t('code.title', { half: action.data.half })}>
        <Code block fz="lg" data-testid="code-half">
          {action.data.code}
        </Code>
        <Text size="sm" mt="xs">
          {t('code.handOver', { username: action.data.username })}
        </Text>
      </Alert>
    );
  return (
    <Alert color="blue" variant="light">
      <Text size="sm" mb="xs">
        {t('code.explain')}
      </Text>
      {action.isError && <ProblemPanel error={action.error} />}
      <Button
        variant="light"
        loading={action.isPending}
        onClick={() => {
          action.run('');
        }}
      >
        {t('code.show')}
      </Button>
    </Alert>
  );
}
