import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import type { ReportDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useReport, useReports, type ReportQuery } from '../../../../components/report/report-api';
import { ReportChart } from '../../../../components/report/report-chart';
import { ReportTable } from '../../../../components/report/report-table';
import { formatMoment, formatNumber } from '../../../../lib/format';
import { useUtility } from '../../../../lib/reference-data';
import { FileButtons } from './file-buttons';
import { ParameterField } from './parameter-field';
import { askedFor, complete, strayIn } from './report-parameters';
import { SaveReportDialog } from './save-report-dialog';
import classes from './reports.module.css';

/** Where figures come from two sides, anybody may ask each of them again. */
function Sides({ sides }: Pick<ReportDto, 'sides'>) {
  const { t } = useTranslation('reports');
  if (sides.length === 0) return null;
  return (
    <Panel title={t('sides')}>
      <Stack gap="sm">
        {sides.map(({ title, sql }) => (
          <details key={title}>
            <summary>{title}</summary>
            <Code block className={classes.sql} tabIndex={0}>
              {sql}
            </Code>
          </details>
        ))}
      </Stack>
    </Panel>
  );
}

function Read({ report, query }: { report: ReportDto; query: ReportQuery }) {
  const { t } = useTranslation('reports');
  return (
    <>
      <Panel
        title={report.title}
        action={
          <Text size="xs" c="dimmed">
            {t('asOf', { moment: formatMoment(report.as_of) })}
          </Text>
        }
      >
        <ReportChart report={report} />
        <ReportTable report={report} query={query} />
        {report.row_count > report.rows.length && (
          <Text size="sm" c="dimmed" mt="sm">
            {t('more', { shown: formatNumber(report.rows.length), all: formatNumber(report.row_count) })}
          </Text>
        )}
      </Panel>
      <Sides sides={report.sides} />
    </>
  );
}

/** One report: what it is asked, its rows and their sums. What is asked stands in the address. */
export function ReportPage() {
  const { t } = useTranslation('reports');
  const key = useParams().report ?? '';
  const [address, setAddress] = useSearchParams();
  const [saving, setSaving] = useState(false);
  const today = useUtility().data?.business_date;
  const reports = useReports();
  const chosen = reports.data?.find((report) => report.key === key);
  const asked =
    chosen === undefined || today === undefined ? {} : askedFor(chosen.parameters, address, today);
  const stray = chosen === undefined ? [] : strayIn(chosen.parameters, address);
  const query =
    chosen === undefined || today === undefined || stray.length > 0
      ? null
      : complete(chosen.parameters, asked);
  const report = useReport(key, query);
  const failed = [reports, report].find(({ isError, data }) => isError && data === undefined);
  const back = { to: '/reports', label: t('title') };
  if (reports.data !== undefined && chosen === undefined)
    return (
      <>
        <PageHeader title={t('title')} back={back} />
        <EmptyMessage title={t('noSuch')} hint={t('noSuchHint')} />
      </>
    );
  return (
    <Stack>
      <PageHeader
        title={chosen?.title ?? t('title')}
        hint={chosen?.about}
        back={back}
        actions={
          query !== null && (
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={<Icon name="bookmark" size={16} />}
                onClick={() => {
                  setSaving(true);
                }}
              >
                {t('keepShort')}
              </Button>
              <FileButtons report={key} query={query} rows={report.data?.row_count} />
            </Group>
          )
        }
      />
      <Group align="flex-start">
        {chosen?.parameters.map((parameter) => (
          <ParameterField
            key={`${key} ${parameter.name}`}
            parameter={parameter}
            value={asked[parameter.name] ?? ''}
            onChange={(value) => {
              setAddress({ ...asked, [parameter.name]: value }, { replace: true });
            }}
          />
        ))}
      </Group>
      {failed !== undefined && <ProblemPanel error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && query !== null && report.data === undefined && <DetailSkeleton />}
      {stray.length > 0 && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('stray')} role="alert">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{t('strayBody', { names: stray.join(', ') })}</Text>
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                setAddress(asked, { replace: true });
              }}
            >
              {t('strayLeave')}
            </Button>
          </Stack>
        </Alert>
      )}
      {failed === undefined && chosen !== undefined && query === null && stray.length === 0 && (
        <EmptyMessage title={t('ask')} hint={t('askHint')} />
      )}
      {failed === undefined && query !== null && report.data !== undefined && (
        <Read report={report.data} query={query} />
      )}
      {saving && chosen !== undefined && query !== null && today !== undefined && (
        <SaveReportDialog
          report={chosen}
          query={query}
          today={today}
          saved={null}
          onClose={() => {
            setSaving(false);
          }}
        />
      )}
    </Stack>
  );
}
