import { Button, Group, Text } from '@mantine/core';
import type { ReportSummaryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router-dom';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { usePermission } from '../../../../lib/use-permission';
import { useReports } from '../../../../components/report/report-api';
import classes from './reports.module.css';

/** The groups in their order, each with its reports. */
function groupsOf(reports: readonly ReportSummaryDto[]): [ReportSummaryDto['group'], ReportSummaryDto[]][] {
  const groups = new Map<ReportSummaryDto['group'], ReportSummaryDto[]>();
  for (const report of reports) groups.set(report.group, [...(groups.get(report.group) ?? []), report]);
  return [...groups];
}

/** Every report the reader may open, with what it counts. */
export function CataloguePage() {
  const { t } = useTranslation('reports');
  const [address] = useSearchParams();
  const reports = useReports();
  const mayManage = usePermission('report.manage');
  // The address reports had before each had one of its own.
  const { report: former, ...rest } = Object.fromEntries(address);
  if (former !== undefined)
    return <Navigate replace to={`/reports/${former}?${new URLSearchParams(rest).toString()}`} />;
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <Group gap="xs">
            <Button component={Link} to="/reports/saved" variant="default">
              {t('savedTitle')}
            </Button>
            {mayManage && (
              <Button component={Link} to="/reports/letterhead" variant="default">
                {t('letterhead')}
              </Button>
            )}
          </Group>
        }
      />
      {reports.isError && <ProblemPanel error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.isPending && <DetailSkeleton />}
      {reports.data !== undefined && (
        <div className={classes.catalogue}>
          {groupsOf(reports.data).map(([group, members]) => (
            <Panel key={group} title={t(`groups.${group}`)}>
              <ul className={classes.reports}>
                {members.map(({ key, title, about }) => (
                  <li key={key}>
                    <Link to={`/reports/${key}`}>{title}</Link>
                    <Text size="xs" c="dimmed">
                      {about}
                    </Text>
                  </li>
                ))}
              </ul>
            </Panel>
          ))}
        </div>
      )}
    </>
  );
}
