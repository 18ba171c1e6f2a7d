import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Figure } from '../../../../components/figure';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import type { DashboardDto } from '@tirtapay/api-client';
import { formatMoment, formatMoney, formatNumber, formatPercent, formatPeriod } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useDashboard } from '../api/dashboard-api';
import { MoneyCharts } from './money-charts';
import { ReportWidgets } from './report-widgets';
import { AgingTable, ChannelTable } from './small-tables';
import { SetupNotice } from './setup-notice';
import classes from './dashboard.module.css';

function Queues({ queues }: { queues: DashboardDto['queues'] }) {
  const { t } = useTranslation('dashboard');
  const rows = [
    {
      label: t('toVerify'),
      count: queues.to_verify,
      to: '/verification',
      shown: usePermission('reading.verify'),
    },
    {
      label: t('toIssue'),
      count: queues.to_issue,
      to: `/bills?state=DRAFT`,
      shown: usePermission('bill.read'),
    },
    {
      label: t('approvals'),
      count: queues.approvals,
      to: '/approvals?status=PENDING',
      shown: usePermission('approval.read'),
    },
  ];
  return (
    <Panel title={t('queues')}>
      <ul className={classes.queues}>
        {rows
          .filter((row) => row.shown)
          .map((row) => (
            <li key={row.label}>
              <Link to={row.to} className={classes.queue}>
                <span>{row.label}</span>
                <strong>{row.count === 0 ? t('nothing') : formatNumber(row.count)}</strong>
              </Link>
            </li>
          ))}
        {queues.open_cases > 0 && (
          <li className={classes.queue}>
            <span>{t('openCases')}</span>
            <strong>{formatNumber(queues.open_cases)}</strong>
          </li>
        )}
      </ul>
    </Panel>
  );
}

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

export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const query = useDashboard();
  if (!query.data) {
    return query.isError ? (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <DetailSkeleton />
    );
  }
  const board = query.data;
  const today = board.as_of.slice(0, 10);
  const { bills, arrears, payments_today: paid } = board;
  // What the rate is of: rupiah of the period that is being collected, as in the chart below.
  const collecting = board.monthly.find(({ period }) => period === board.period);
  return (
    <Stack>
      <PageHeader
        title={t('title')}
        hint={`${t('period', { period: formatPeriod(board.period) })} · ${t('asOf', { at: formatMoment(board.as_of) })}`}
        actions={
          <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
            {t('refresh')}
          </Button>
        }
      />
      <SetupNotice />
      {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
      <PanelGrid min={210}>
        <Figure
          label={t('today')}
          value={formatMoney(paid.amount)}
          hint={t('todayCount', { count: paid.count })}
          to={`/payments?business_date_from=${today}&business_date_to=${today}`}
        />
        <Figure
          label={t('notDue')}
          value={formatMoney(bills.open_amount - arrears.amount)}
          hint={t('openCount', { count: bills.open_count - arrears.count })}
          to="/bills?state=ISSUED&overdue=false"
        />
        <Figure
          label={t('arrears')}
          value={formatMoney(arrears.amount)}
          hint={t('openCount', { count: arrears.count })}
          to="/bills?state=ISSUED&overdue=true"
        />
        <Figure
          label={t('rate')}
          value={formatPercent(bills.collection_rate)}
          hint={
            collecting &&
            t('rateHint', {
              collected: formatMoney(collecting.collected),
              billed: formatMoney(collecting.billed),
            })
          }
          to={`/bills?period=${board.period}`}
        />
      </PanelGrid>
      <PanelGrid min={300}>
        <Queues queues={board.queues} />
        <ChannelTable rows={paid.by_channel} today={today} />
        <AgingTable rows={arrears.aging} />
      </PanelGrid>
      <MoneyCharts trend={board.trend} monthly={board.monthly} />
      <ReportWidgets today={today} collected={board.period} />
      <Notices notices={board.notices} />
    </Stack>
  );
}
