import { Button, Checkbox, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import type { VerifyBatchDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BATCH_SEVERITIES } from '@tirtapay/domain';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import type { BatchScope } from '../api/verification-api';
import { useBatchCount, verifyBatch } from '../api/verification-api';
import { BatchProgress } from './batch-progress';

interface BatchDialogProps {
  opened: boolean;
  onClose: () => void;
  period: string;
  periodName: string;
  regionId: number | null;
}

type SkippedReading = VerifyBatchDto['skipped'][number];

function skippedByReason(skipped: readonly SkippedReading[]): [SkippedReading['reason'], number][] {
  const counts = new Map<SkippedReading['reason'], number>();
  for (const { reason } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts];
}

/** Shows what a batch would verify before it does. */
export function BatchDialog({ opened, onClose, period, periodName, regionId }: BatchDialogProps) {
  const { t } = useTranslation('verification');
  const { t: common } = useTranslation();
  const [warnings, setWarnings] = useState(false);
  const scope: BatchScope = {
    period,
    ...(regionId !== null && { region_id: regionId }),
    severities: warnings ? [...BATCH_SEVERITIES] : ['OK'],
  };
  const [runId, setRunId] = useState<number | null>(null);
  const count = useBatchCount(scope, opened && runId === null);
  const action = useAction({
    perform: verifyBatch,
    done: (result) => ('status' in result ? undefined : t('batchDone', { count: result.verified })),
    onSuccess: (result) => {
      if ('status' in result) setRunId(result.id);
      else onClose();
    },
  });
  const close = () => {
    setRunId(null);
    action.reset();
    onClose();
  };
  const eligible = count.data ? count.data.matched - count.data.skipped.length : 0;
  const unjudged = count.data ? count.data.matched - count.data.judged : 0;
  return (
    <Modal
      opened={opened}
      onClose={() => {
        if (!action.isPending) close();
      }}
      title={t('batchTitle')}
      closeButtonProps={{ 'aria-label': common('action.close') }}
    >
      {runId !== null && (
        <Stack>
          <BatchProgress runId={runId} />
          <Group justify="flex-end">
            <Button onClick={close}>{common('action.close')}</Button>
          </Group>
        </Stack>
      )}
      {runId === null && (
        <Stack>
          <Text size="sm">{t('batchScope', { period: periodName })}</Text>
          <Checkbox
            label={t('batchInclude')}
            checked={warnings}
            onChange={(event) => {
              setWarnings(event.currentTarget.checked);
            }}
          />
          <div role="status">
            {count.isFetching && (
              <Group gap="xs">
                <Loader size="xs" />
                <Text size="sm">{t('batchCounting')}</Text>
              </Group>
            )}
            {count.data && !count.isFetching && (
              <>
                <Text fw={650} size="lg">
                  {eligible === 0
                    ? t('batchNone')
                    : t(unjudged > 0 ? 'batchUpTo' : 'batchMatched', { count: eligible })}
                </Text>
                {unjudged > 0 && (
                  <Text size="sm" c="dimmed">
                    {t('batchUnjudged', { count: unjudged })}
                  </Text>
                )}
                {skippedByReason(count.data.skipped).map(([reason, rows]) => (
                  <Text size="sm" c="dimmed" key={reason}>
                    {t('batchSkipped', { count: rows })}: {t(`skipReason.${reason}`)}
                  </Text>
                ))}
              </>
            )}
          </div>
          {count.isError && <ProblemPanel error={count.error} onRetry={() => void count.refetch()} />}
          {action.isError && <ProblemPanel error={action.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={action.isPending}>
              {common('action.cancel')}
            </Button>
            <Button
              disabled={eligible === 0 || count.isFetching}
              loading={action.isPending}
              onClick={() => {
                action.run(scope);
              }}
            >
              {t('batchConfirm', { count: eligible })}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
