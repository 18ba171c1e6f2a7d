import { SegmentedControl, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ColumnChart } from '../../../../components/charts/lazy-column-chart';
import { WideTable } from '../../../../components/wide-table';
import { Money } from '../../../../components/money';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import type { DashboardDto } from '@tirtapay/api-client';
import { formatDateShort, formatMoney, formatNumber, formatPeriod } from '../../../../lib/format';
import { shortMoney } from './short-money';

interface ChartPanelProps {
  title: string;
  chart: ReactNode;
  table: ReactNode;
}

/** Every chart can be read as a table. */
function ChartPanel({ title, chart, table }: ChartPanelProps) {
  const { t } = useTranslation('dashboard');
  const [view, setView] = useState('chart');
  return (
    <Panel
      title={title}
      action={
        <SegmentedControl
          size="xs"
          flex="0 0 auto"
          aria-label={`${t('view')}: ${title}`}
          value={view}
          onChange={setView}
          data={[
            { value: 'chart', label: t('chart') },
            { value: 'table', label: t('table') },
          ]}
        />
      }
    >
      {view === 'chart' ? (
        <div role="img" aria-label={title}>
          {chart}
        </div>
      ) : (
        table
      )}
    </Panel>
  );
}

export function MoneyCharts({ trend, monthly }: Pick<DashboardDto, 'trend' | 'monthly'>) {
  const { t } = useTranslation('dashboard');
  return (
    <PanelGrid min={400}>
      <ChartPanel
        title={t('trend')}
        chart={
          <ColumnChart
            groups={trend.map((day) => ({
              key: day.date,
              label: formatDateShort(day.date).slice(0, 5),
              title: formatDateShort(day.date),
              values: [day.amount],
            }))}
            series={[t('amount')]}
            format={formatMoney}
            formatMark={shortMoney}
          />
        }
        table={
          <WideTable label={t('trend')} minWidth={260} maxHeight={260}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('date')}</Table.Th>
                <Table.Th ta="right">{t('count')}</Table.Th>
                <Table.Th ta="right">{t('amount')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {trend.map((day) => (
                <Table.Tr key={day.date}>
                  <Table.Td>{formatDateShort(day.date)}</Table.Td>
                  <Table.Td ta="right">{formatNumber(day.count)}</Table.Td>
                  <Table.Td ta="right">
                    <Money amount={day.amount} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        }
      />
      <ChartPanel
        title={t('monthly')}
        chart={
          <ColumnChart
            groups={monthly.map((month) => ({
              key: month.period,
              label: formatPeriod(month.period).slice(0, 3),
              title: formatPeriod(month.period),
              values: [month.billed, month.collected],
            }))}
            series={[t('billed'), t('collected')]}
            format={formatMoney}
            formatMark={shortMoney}
          />
        }
        table={
          <WideTable label={t('monthly')} minWidth={260} maxHeight={260}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('month')}</Table.Th>
                <Table.Th ta="right">{t('billed')}</Table.Th>
                <Table.Th ta="right">{t('collected')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {monthly.map((month) => (
                <Table.Tr key={month.period}>
                  <Table.Td>{formatPeriod(month.period)}</Table.Td>
                  <Table.Td ta="right">
                    <Money amount={month.billed} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Money amount={month.collected} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        }
      />
    </PanelGrid>
  );
}
