import { Anchor } from '@mantine/core';
import { Link } from 'react-router-dom';
import { usePermission } from '../lib/use-permission';

/** To the request a second person decides, for whoever may open it; to others it is not offered. */
export function ApprovalLink({ id, children }: { id: number; children: string }) {
  if (!usePermission('approval.read')) return null;
  return (
    <Anchor component={Link} to={`/approvals?detail=${String(id)}`} size="sm">
      {children}
    </Anchor>
  );
}
