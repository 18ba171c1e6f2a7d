import { Stack, Text } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import { parseAsInteger, useQueryState } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { useOutletContext } from 'react-router-dom';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { usePermission } from '../../../../lib/use-permission';
import { useRuns } from '../api/certification-api';
import { GoLivePanel } from './go-live-panel';
import { RunHistory } from './run-history';
import { RunPanel } from './run-panel';
import { StartPanel } from './start-panel';

/** What a bank has shown it can do, seen in the calls it really sent, and the gate that opens on it. */
export function CertificationPage() {
  const { t } = useTranslation('certification');
  const bank = useOutletContext<BankDto>();
  const query = useRuns(bank.id);
  const mayRun = usePermission('certification.run');
  const [chosen, setChosen] = useQueryState('run', parseAsInteger.withOptions({ shallow: false }));
  if (query.isError && !query.data)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const runs = query.data;
  const [latest] = runs;
  const shown = runs.find(({ id }) => id === chosen) ?? latest;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('intro')}
      </Text>
      {mayRun && latest?.status !== 'RUNNING' && (
        <StartPanel bank={bank} onStarted={() => void setChosen(null)} />
      )}
      <Split>
        {shown === undefined ? (
          <EmptyMessage icon="verify" title={t('empty')} hint={t('emptyHint')} />
        ) : (
          <RunPanel key={shown.id} run={shown} />
        )}
        <Stack>
          <GoLivePanel bank={bank} latest={latest} />
          {runs.length > 0 && <RunHistory runs={runs} />}
        </Stack>
      </Split>
    </Stack>
  );
}
