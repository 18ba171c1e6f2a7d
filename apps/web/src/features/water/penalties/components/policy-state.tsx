import { Badge } from '@mantine/core';
import type { PenaltyPolicyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ApprovalLink } from '../../../../components/approval-link';

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
      {badge} <ApprovalLink id={policy.pending_approval_id}>{t('request')}</ApprovalLink>
    </>
  );
}
