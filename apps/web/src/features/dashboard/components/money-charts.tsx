import { AreaChart, BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { SegmentedControl, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WideTable } from '../../../components/wide-table';
import { Money } from '../../../components/money';
import { Panel, PanelGrid } from '../../../components/page/panel';
import type { DashboardResponse } from '@tirtapay/api-client';
import { formatDateShort, formatMoney, formatNumber, formatPeriod } from '../../../lib/format';
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

export default function MoneyCharts({ trend, monthly }: Pick<DashboardResponse, 'trend' | 'monthly'>) {
  const { t } = useTranslation('dashboard');
  return (
    <PanelGrid min={400}>
      <ChartPanel
        title={t('trend')}
        chart={
          <AreaChart
            h={240}
            data={trend.map((day) => ({ date: formatDateShort(day.date).slice(0, 5), amount: day.amount }))}
            dataKey="date"
            series={[{ name: 'amount', label: t('amount'), color: 'water.6' }]}
            valueFormatter={formatMoney}
            yAxisProps={{ tickFormatter: shortMoney, width: 56 }}
            withDots={false}
            curveType="monotone"
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
          <BarChart
            h={240}
            data={monthly.map((month) => ({ ...month, period: formatPeriod(month.period).slice(0, 3) }))}
            dataKey="period"
            series={[
              { name: 'billed', label: t('billed'), color: 'water.3' },
              { name: 'collected', label: t('collected'), color: 'water.7' },
            ]}
            valueFormatter={formatMoney}
            yAxisProps={{ tickFormatter: shortMoney, width: 56 }}
            withLegend
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
