import { Loader } from '@mantine/core';
import type { PreviewPolicyChangeBody } from '@tirtapay/api-client';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PenaltyEffect } from '../../../../components/penalty-effect';
import { useChangeEffect } from '../api/penalties-api';

/** What an end or a switch would do, as the server works it out now. */
export function ChangeEffect({ id, change }: { id: number; change: PreviewPolicyChangeBody }) {
  const preview = useChangeEffect(id, change);
  if (preview.isError && preview.data === undefined)
    return <ProblemPanel error={preview.error} onRetry={() => void preview.refetch()} />;
  return preview.data === undefined ? <Loader size="sm" /> : <PenaltyEffect effect={preview.data} />;
}
