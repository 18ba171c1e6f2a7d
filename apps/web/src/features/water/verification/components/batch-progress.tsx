import { Progress, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useBatchRun } from '../api/verification-api';

/** How far a long batch is. It goes on without anybody looking. */
export function BatchProgress({ runId }: { runId: number }) {
  const { t } = useTranslation('verification');
  const queryClient = useQueryClient();
  const run = useBatchRun(runId);
  const status = run.data?.status;
  useEffect(() => {
    if (status === 'SUCCESS') void queryClient.invalidateQueries();
  }, [status, queryClient]);
  if (run.data === undefined)
    return run.isPending ? null : <ProblemPanel error={run.error} onRetry={() => void run.refetch()} />;
  const { done, matched, verified, skipped_by_reason: skipped } = run.data;
  const over = status === 'SUCCESS' || status === 'FAILED';
  return (
    <Stack gap="xs">
      <Progress
        size="lg"
        value={over ? 100 : (done / Math.max(1, matched)) * 100}
        animated={!over}
        color={status === 'FAILED' ? 'red' : 'teal'}
        aria-label={t('batchProgress')}
      />
      <div role="status">
        <Text fw={650}>
          {over ? t('batchDone', { count: verified }) : t('batchDoing', { count: done, matched })}
        </Text>
        {skipped.map(({ reason, count }) => (
          <Text size="sm" c="dimmed" key={reason}>
            {t('batchSkipped', { count })}: {t(`skipReason.${reason}`)}
          </Text>
        ))}
        <Text size="sm" c={status === 'FAILED' ? 'red' : 'dimmed'}>
          {status === 'FAILED' ? t('batchGaveUp') : over ? null : t('batchGoesOn')}
        </Text>
      </div>
    </Stack>
  );
}
