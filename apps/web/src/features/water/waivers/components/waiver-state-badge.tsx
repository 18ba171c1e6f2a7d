import { Badge } from '@mantine/core';
import type { WaiverProgrammeDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ApprovalLink } from '../../../../components/approval-link';
import type { WaiverState } from './waiver-state';
import { useWaiverState } from './waiver-words';

const COLOURS: Readonly<Record<WaiverState, string>> = {
  PENDING: 'yellow',
  REJECTED: 'red',
  WITHDRAWN: 'gray',
  COMING: 'blue',
  RUNNING: 'teal',
  REVOKED: 'red',
  OVER: 'gray',
};

export function WaiverStateBadge({ programme }: { programme: WaiverProgrammeDto }) {
  const { t } = useTranslation('waivers');
  const state = useWaiverState()(programme);
  return (
    <>
      <Badge variant="light" color={COLOURS[state]} tt="none" miw="max-content">
        {t(`state.${state}`)}
      </Badge>
      {programme.pending_approval_id !== null && (
        <>
          {' '}
          <ApprovalLink id={programme.pending_approval_id}>
            {t(programme.status === 'PENDING' ? 'request' : 'revocationWaits')}
          </ApprovalLink>
        </>
      )}
    </>
  );
}
