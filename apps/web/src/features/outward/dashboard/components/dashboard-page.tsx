import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import type { DashboardDto } from '@tirtapay/api-client';
import { formatMoment, formatPeriod } from '../../../../lib/format';
import { useRole } from '../../../../lib/use-permission';
import { useDashboard } from '../api/dashboard-api';
import { Charts, Figures, Tables, type PartProps } from './money-parts';
import { partsOf, type DashboardPart } from './parts-of-role';
import { ReportWidgets } from './report-widgets';
import { SetupNotice } from './setup-notice';
import { WorkQueues } from './work-queues';

function Notices({ notices }: { notices: DashboardDto['notices'] }) {
  const { t } = useTranslation('dashboard');
  return (
    <Panel title={t('notices')}>
      {notices.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noNotices')}
        </Text>
      )}
      <Stack gap="sm">
        {notices.slice(0, 5).map((notice) => (
          <div key={notice.id}>
            {notice.link === null ? (
              <Text size="sm" fw={600}>
                {notice.title}
              </Text>
            ) : (
              <Anchor component={Link} size="sm" fw={600} to={notice.link.replace(/^\/admin(?=\/)/, '')}>
                {notice.title}
              </Anchor>
            )}
            <Text size="sm">{notice.body}</Text>
            <Text size="xs" c="dimmed">
              {formatMoment(notice.created_at)}
            </Text>
          </div>
        ))}
      </Stack>
    </Panel>
  );
}

/** Where somebody with one task begins. */
function FirstStep() {
  const { t } = useTranslation('dashboard');
  const sells = useRole() === 'KASIR';
  const records = useRole() === 'PETUGAS_METER';
  if (!sells && !records) return null;
  return (
    <Button component={Link} to={sells ? '/counter' : '/readings/new'}>
      {t(sells ? 'counter' : 'record')}
    </Button>
  );
}

const PARTS: Readonly<Record<DashboardPart, ComponentType<PartProps>>> = {
  queues: ({ board }) => <WorkQueues queues={board.queues} />,
  figures: Figures,
  tables: Tables,
  charts: Charts,
  reports: ({ board, today }) => <ReportWidgets today={today} collected={board.period} />,
  notices: ({ board }) => <Notices notices={board.notices} />,
};

export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const query = useDashboard();
  const role = useRole();
  if (!query.data) {
    return query.isPending ? (
      <DetailSkeleton />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  const board = query.data;
  const today = board.as_of.slice(0, 10);
  return (
    <Stack>
      <PageHeader
        title={t('title')}
        hint={`${t('period', { period: formatPeriod(board.period) })} · ${t('asOf', { at: formatMoment(board.as_of) })}`}
        actions={
          <Group gap="xs">
            <FirstStep />
            <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
              {t('refresh')}
            </Button>
          </Group>
        }
      />
      <SetupNotice />
      {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
      {partsOf(role).map((part) => {
        const Part = PARTS[part];
        return <Part key={part} board={board} today={today} />;
      })}
    </Stack>
  );
}
