import { Group, Select, Stack, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import type { ReportSummaryDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { PeriodInput } from '../../../../components/form/period-input';
import { ExportButton } from '../../../../components/list-page/export-button';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMoment } from '../../../../lib/format';
import { useUtility } from '../../../../lib/reference-data';
import { exportReport, useReport, useReports } from '../api/reports-api';
import { askedFor } from './report-parameters';
import { ReportTable } from './report-table';

interface ParameterFieldProps {
  parameter: ReportSummaryDto['parameters'][number];
  value: string | undefined;
  onChange: (value: string | null) => void;
}

function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const common = { label: parameter.title, value: value ?? null, onChange };
  return parameter.kind === 'PERIOD' ? (
    <PeriodInput {...common} />
  ) : (
    <DatePickerInput valueFormat="D MMM YYYY" {...common} />
  );
}

/** Every report of the house: which, for when, its rows and their sums. What is chosen stands in the address. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const [address, setAddress] = useSearchParams();
  const today = useUtility().data?.business_date;
  const reports = useReports();
  const chosen = reports.data?.find(({ key }) => key === address.get('report')) ?? reports.data?.[0];
  const query =
    chosen === undefined || today === undefined ? null : askedFor(chosen.parameters, address, today);
  const report = useReport(chosen?.key, query);
  const set = (name: string, value: string | null) => {
    setAddress({ report: chosen?.key ?? '', ...query, [name]: value ?? '' }, { replace: true });
  };
  const failed = [reports, report].find(({ isError }) => isError);
  return (
    <Stack>
      <PageHeader
        title={t('title')}
        hint={chosen?.about}
        actions={
          chosen !== undefined &&
          query !== null && (
            <Group gap="xs">
              <ExportButton
                format="csv"
                label={common('list.exportCsv')}
                short
                onExport={(format) => exportReport(chosen.key, query, format)}
              />
              <ExportButton
                format="xlsx"
                label={common('list.exportXlsx')}
                short
                onExport={(format) => exportReport(chosen.key, query, format)}
              />
            </Group>
          )
        }
      />
      <Group align="flex-end">
        <Select
          label={t('report')}
          data={(reports.data ?? []).map(({ key, title }) => ({ value: key, label: title }))}
          value={chosen?.key ?? null}
          onChange={(key) => {
            if (key !== null) setAddress({ report: key });
          }}
          allowDeselect={false}
          w={300}
        />
        {chosen?.parameters.map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            value={query?.[parameter.name]}
            onChange={(value) => {
              set(parameter.name, value);
            }}
          />
        ))}
      </Group>
      {failed !== undefined && <ProblemPanel error={failed.error} onRetry={() => void failed.refetch()} />}
      {failed === undefined && report.data === undefined && <DetailSkeleton />}
      {failed === undefined && report.data !== undefined && (
        <Panel
          title={report.data.title}
          action={
            <Text size="xs" c="dimmed">
              {t('asOf', { moment: formatMoment(report.data.as_of) })}
            </Text>
          }
        >
          <ReportTable report={report.data} />
        </Panel>
      )}
    </Stack>
  );
}
