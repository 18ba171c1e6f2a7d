import { Anchor, Group, SegmentedControl, Select, Skeleton, Stack, Title } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import type { ReportSummaryDto } from '@tirtapay/api-client';
import {
  addDays,
  addMonths,
  businessDate,
  isBusinessDate,
  isPeriod,
  period as toPeriod,
  periodOfDate,
  type BusinessDate,
  type Period,
} from '@tirtapay/domain';
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router-dom';
import { PeriodInput } from '../../../../components/form/period-input';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useReport, useReports, type ReportQuery } from '../../../../components/report/report-api';
import { chartGroups } from '../../../../components/report/chart-groups';
import { ReportChart } from '../../../../components/report/report-chart';
import { ReportTable } from '../../../../components/report/report-table';
import { usePermission } from '../../../../lib/use-permission';
import { ChartPanel } from './chart-panel';

interface Widget {
  readonly report: string;
  readonly query: ReportQuery;
}

const MONTHS = 12;

type Span = 'day' | 'month';

/** What came in: of a day and its month, or of a month and its year. A report the reader may not open is left out. */
function receiptsOf(span: Span, day: BusinessDate, period: Period): Widget[] {
  if (span === 'day') {
    return [
      { report: 'payments-by-hour', query: { day } },
      { report: 'revenue', query: { by: 'CHANNEL', from: day, to: day } },
      { report: 'payments', query: { from: `${periodOfDate(day)}-01`, to: day, unit: 'DAY' } },
    ];
  }
  // Water of a period is paid in the month after it.
  const collecting = addMonths(period, 1);
  const last = addDays(businessDate(`${addMonths(collecting, 1)}-01`), -1);
  const days = { from: `${collecting}-01`, to: last };
  return [
    {
      report: 'payments',
      query: { from: `${addMonths(collecting, 1 - MONTHS)}-01`, to: last, unit: 'MONTH' },
    },
    { report: 'revenue', query: { by: 'CHANNEL', ...days } },
    { report: 'revenue', query: { by: 'REGION', ...days } },
  ];
}

/** What is still owed and what is done about it, in the order it is looked at. */
function collectionOf(period: Period): Widget[] {
  const year = { from: addMonths(period, 1 - MONTHS), to: period };
  return [
    { report: 'collection-pace', query: { period } },
    { report: 'efficiency', query: year },
    { report: 'arrears-by-sheets', query: {} },
    { report: 'usage', query: { by: 'PERIOD', ...year } },
    { report: 'breaks-by-age', query: {} },
    { report: 'top-arrears', query: {} },
  ];
}

/** With what it is added up by, where one report can stand there twice. */
function titleOf({ title, parameters }: ReportSummaryDto, { by }: ReportQuery): string {
  const choice = parameters.find(({ name }) => name === 'by')?.choices.find(({ value }) => value === by);
  return choice === undefined ? title : `${title}: ${choice.title.toLowerCase()}`;
}

interface ReportWidgetProps extends Widget {
  title: string;
  /** Not before its turn: the server works at one report of a person at a time, and lets none wait for long. */
  waiting: boolean;
  /** Which of them it is. */
  turn: number;
  onRead: (turn: number) => void;
}

/** One after the other is read; those that stand there already are not drawn again each time. */
const ReportWidget = memo(function ReportWidget({
  report: key,
  title,
  query,
  waiting,
  turn,
  onRead,
}: ReportWidgetProps) {
  const { t } = useTranslation('dashboard');
  const report = useReport(key, waiting ? null : query);
  const { isFetched } = report;
  useEffect(() => {
    // What is known from before takes its turn as well, or all behind it would be asked at once.
    if (isFetched && !waiting) onRead(turn);
  }, [isFetched, waiting, turn, onRead]);
  const whole = (
    <Anchor component={Link} size="xs" to={`/reports/${key}?${new URLSearchParams(query).toString()}`}>
      {t('openReport')}
    </Anchor>
  );
  if (report.isError && report.data === undefined)
    return (
      <Panel title={title} action={whole}>
        <ProblemPanel error={report.error} onRetry={() => void report.refetch()} />
      </Panel>
    );
  if (report.data === undefined)
    return (
      <Panel title={title} action={whole}>
        <Skeleton height={236} />
      </Panel>
    );
  const table = <ReportTable report={report.data} query={query} maxHeight={300} />;
  if (chartGroups(report.data).length === 0)
    return (
      <Panel title={title} action={whole}>
        {table}
      </Panel>
    );
  return <ChartPanel title={title} more={whole} chart={<ReportChart report={report.data} />} table={table} />;
});

function Widgets({
  widgets,
  reports,
  region,
}: {
  widgets: readonly Widget[];
  reports: readonly ReportSummaryDto[];
  region: string;
}) {
  const { t } = useTranslation('dashboard');
  const [read, setRead] = useState(0);
  const onRead = useCallback((turn: number) => {
    setRead((before) => Math.max(before, turn + 1));
  }, []);
  const shown = useMemo(
    () =>
      widgets.flatMap(({ report, query }) => {
        const known = reports.find(({ key }) => key === report);
        if (known === undefined) return [];
        const title = titleOf(known, query);
        if (region === '') return [{ report, title, query }];
        // What cannot be told apart by areas is of all of them, and says so beside those that are of one.
        return known.parameters.some(({ name }) => name === 'region')
          ? [{ report, title, query: { ...query, region } }]
          : [{ report, title: `${title} · ${t('everyRegion')}`, query }];
      }),
    [widgets, reports, region, t],
  );
  return (
    <PanelGrid min={400}>
      {shown.map((widget, turn) => (
        <ReportWidget
          key={`${widget.report} ${widget.query.by ?? ''}`}
          {...widget}
          waiting={turn > read}
          turn={turn}
          onRead={onRead}
        />
      ))}
    </PanelGrid>
  );
}

/** Reports as pictures, of a span, a period and an area that stand in the address. */
export const ReportWidgets = memo(function ReportWidgets({
  today,
  collected,
}: {
  today: string;
  collected: string;
}) {
  const { t } = useTranslation('dashboard');
  const { t: common } = useTranslation();
  const mayRead = usePermission('report.read');
  const [address, setAddress] = useSearchParams();
  const reports = useReports(mayRead).data;
  if (!mayRead || reports === undefined) return null;
  const regions = reports
    .flatMap(({ parameters }) => parameters)
    .find(({ name }) => name === 'region')?.choices;
  const span: Span = address.get('span') === 'month' ? 'month' : 'day';
  const askedDay = address.get('day') ?? '';
  const day = businessDate(isBusinessDate(askedDay) && askedDay <= today ? askedDay : today);
  const asked = address.get('period') ?? '';
  const period = toPeriod(isPeriod(asked) ? asked : collected);
  const wanted = address.get('region') ?? '';
  const region = regions?.some(({ value }) => value === wanted) === true ? wanted : '';
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(address);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    setAddress(next, { replace: true });
  };
  return (
    <Stack component="section" aria-label={t('receipts')}>
      <Group align="flex-end" justify="space-between">
        <Title order={2} size="h4">
          {t('receipts')}
        </Title>
        <Group align="flex-end">
          <SegmentedControl
            aria-label={t('span')}
            value={span}
            onChange={(next) => {
              set('span', next);
            }}
            data={[
              { value: 'day', label: t('perDay') },
              { value: 'month', label: t('perMonth') },
            ]}
          />
          {span === 'day' && (
            <DatePickerInput
              label={t('day')}
              valueFormat="D MMM YYYY"
              maxDate={today}
              value={day}
              onChange={(next) => {
                set('day', next);
              }}
            />
          )}
          <PeriodInput
            label={common('form.period')}
            value={period}
            onChange={(next) => {
              set('period', next);
            }}
          />
          <Select
            label={common('word.region')}
            placeholder={t('everyRegion')}
            clearable
            data={(regions ?? []).map(({ value, title }) => ({ value, label: title }))}
            value={region === '' ? null : region}
            onChange={(next) => {
              set('region', next);
            }}
          />
        </Group>
      </Group>
      {/* Another question begins at the first again: asked all at once, the server would refuse most of them. */}
      <Widgets
        key={`${span} ${day} ${period} ${region}`}
        widgets={[...receiptsOf(span, day, period), ...collectionOf(period)]}
        reports={reports}
        region={region}
      />
    </Stack>
  );
});
