import { Anchor, Badge } from '@mantine/core';
import type { PenaltyPolicyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';

/** Whether a policy counts, and the request that waits for a second person. */
export function PolicyState({ policy }: { policy: PenaltyPolicyDto }) {
  const { t } = useTranslation('penalties');
  const name = policy.status === 'APPROVED' ? (policy.active ? 'ACTIVE' : 'OFF') : policy.status;
  const color = { ACTIVE: 'teal', OFF: 'gray', PENDING: 'yellow', REJECTED: 'red', WITHDRAWN: 'gray' }[name];
  const badge = (
    <Badge variant="light" color={color} tt="none">
      {t(`state.${name}`)}
    </Badge>
  );
  return policy.pending_approval_id === null ? (
    badge
  ) : (
    <>
      {badge}{' '}
      <Anchor component={Link} to={`/approvals?detail=${String(policy.pending_approval_id)}`} size="sm">
        {t('request')}
      </Anchor>
    </>
  );
}
