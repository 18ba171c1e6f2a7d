import { Button, Progress, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Figure } from '../../../../components/figure';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import type { BillRunDto } from '@tirtapay/api-client';
import { saveText } from '../../../../lib/api';
import { formatMoment, formatMoney, formatNumber, formatPeriod } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { isOpen, resumeRun, useBillRun } from '../api/bill-runs-api';
import { failuresCsv } from './failures-csv';
import { useScopeText } from './scope-text';
import { SealedLeft } from './sealed-left';

function Failures({ run }: { run: BillRunDto }) {
  const { t } = useTranslation('bill-runs');
  const { t: common } = useTranslation();
  if (run.failures.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('run.noFailures')}
      </Text>
    );
  return (
    <Table aria-label={t('run.failures')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{common('word.billNumber')}</Table.Th>
          <Table.Th>{t('preview.reason')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {run.failures.map((failure) => (
          <Table.Tr key={failure.bill_number}>
            <Table.Td>{failure.bill_number}</Table.Td>
            <Table.Td>{failure.reason}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

export function BillRunPage() {
  const { t } = useTranslation('bill-runs');
  const { t: common } = useTranslation();
  const id = Number(useParams().id);
  const query = useBillRun(id);
  const scopeText = useScopeText();
  const [asking, setAsking] = useState(false);
  const resume = useAction({
    perform: (_reason: string) => resumeRun(id),
    done: () => t('run.resumed'),
    onSuccess: () => {
      setAsking(false);
    },
  });
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const run = query.data;
  const handled = run.issued + run.failed + run.skipped;
  const percent = run.total === 0 ? (isOpen(run) ? 0 : 100) : Math.floor((handled / run.total) * 100);
  return (
    <Stack>
      <PageHeader
        title={t('run.title', { period: formatPeriod(run.period) })}
        badge={<StatusBadge kind="billRun" state={run.status} />}
        hint={`${scopeText(run.filter)} · ${run.created_by?.name ?? common('state.system')} · ${formatMoment(run.created_at)}`}
        back={{ to: '/bill-runs', label: t('title') }}
        actions={
          <>
            {run.failed > 0 && !isOpen(run) && (
              <Button
                variant="default"
                onClick={() => {
                  setAsking(true);
                }}
              >
                {t('run.resume')}
              </Button>
            )}
            <Button component={Link} to={`/bills?period=${run.period}`} variant="default">
              {t('run.bills')}
            </Button>
          </>
        }
      />
      {!isOpen(run) && <SealedLeft period={run.period} />}
      <Panel>
        <Text size="sm" mb={6} role="status">
          {t('run.progress', { done: formatNumber(handled), total: formatNumber(run.total) })}
        </Text>
        <Progress.Root size="lg">
          <Progress.Section value={percent} animated={isOpen(run)} aria-label={t('run.progressLabel')} />
        </Progress.Root>
      </Panel>
      <PanelGrid min={180}>
        <Figure
          label={t('issued')}
          value={formatNumber(run.issued)}
          to={`/bills?issue_run_id=${String(run.id)}`}
        />
        <Figure
          label={t('amount')}
          value={formatMoney(run.amount)}
          to={`/bills?issue_run_id=${String(run.id)}`}
        />
        <Figure label={t('failed')} value={formatNumber(run.failed)} />
        <Figure label={t('skipped')} value={formatNumber(run.skipped)} />
      </PanelGrid>
      {!isOpen(run) && (
        <Panel
          title={t('run.failures')}
          action={
            run.failures.length > 0 && (
              <Button
                size="xs"
                variant="default"
                leftSection={<Icon name="download" size={14} />}
                onClick={() => {
                  saveText(
                    `penetapan-${run.period}-gagal.csv`,
                    failuresCsv(run.failures, [common('word.billNumber'), t('preview.reason')]),
                  );
                }}
              >
                {t('run.downloadFailures')}
              </Button>
            )
          }
        >
          <Failures run={run} />
        </Panel>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('run.resumeTitle')}
        confirmLabel={t('run.resume')}
        action={resume}
      >
        <Text size="sm">{t('run.resumeBody')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
