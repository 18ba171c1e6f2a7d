import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import type { CertificationDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMoment } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { concludeRun, saveReport } from '../api/certification-api';
import { passedOf } from './passed-of';
import { ScenarioList } from './scenario-list';

function ConcludeButton({ run }: { run: CertificationDto }) {
  const { t } = useTranslation('certification');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (_reason: string) => concludeRun(run.id),
    done: () => t('concluded'),
    onSuccess: () => {
      setAsking(false);
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('conclude')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('concludeTitle')}
        confirmLabel={t('conclude')}
        action={action}
      >
        <Text size="sm">{t('concludeBody')}</Text>
      </ConfirmDialog>
    </>
  );
}

/** One run: how far it is, what each scenario says, and the report on paper. */
export function RunPanel({ run }: { run: CertificationDto }) {
  const { t } = useTranslation('certification');
  const mayRun = usePermission('certification.run');
  const report = useAction({ perform: saveReport });
  const { passed, total } = passedOf(run);
  const words = t('progress', { passed, total });
  return (
    <Panel title={t('run', { id: run.id })} action={<StatusBadge kind="certification" state={run.status} />}>
      <Stack gap="xs">
        <Text fw={600} role="status">
          {words}
        </Text>
        <Progress.Root size="lg">
          <Progress.Section
            value={total === 0 ? 0 : (passed / total) * 100}
            color={run.status === 'FAILED' ? 'red' : 'teal'}
            aria-label={t('progressLabel')}
            aria-valuetext={words}
          />
        </Progress.Root>
        <Text size="sm" c="dimmed">
          {run.started_by !== null &&
            t('startedBy', { name: run.started_by.name, at: formatMoment(run.started_at) })}
          {run.finished_at !== null && ` · ${t('finished', { at: formatMoment(run.finished_at) })}`}
          {run.key_id !== null && ` · ${t('watchedKey', { key: run.key_id })}`}
        </Text>
        {run.status === 'RUNNING' && <Text size="sm">{t('running', { at: formatMoment(run.ends_at) })}</Text>}
        <Group gap="xs">
          {run.status !== 'RUNNING' && (
            <Button
              variant="default"
              size="xs"
              leftSection={<Icon name="download" size={14} />}
              loading={report.isPending}
              onClick={() => {
                report.run(run.id);
              }}
            >
              {t('report')}
            </Button>
          )}
          {run.status === 'RUNNING' && mayRun && <ConcludeButton run={run} />}
        </Group>
        {report.isError && <ProblemPanel error={report.error} />}
      </Stack>
      <ScenarioList bankId={run.bank_id} scenarios={run.scenarios} />
    </Panel>
  );
}
