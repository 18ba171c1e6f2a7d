import { Anchor, Table } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ColumnChart } from '../../../../components/charts/lazy-column-chart';
import { ChartPanel } from './chart-panel';
import { WideTable } from '../../../../components/wide-table';
import { FigureLink } from '../../../../components/figure-link';
import { PanelGrid } from '../../../../components/page/panel';
import type { DashboardDto } from '@tirtapay/api-client';
import { formatDateShort, formatMoney, formatPeriod } from '../../../../lib/format';
import { shortMoney } from '../../../../components/charts/short-money';

interface MoneyChartsProps {
  /** Null for whoever may not read it. */
  trend: DashboardDto['trend'];
  monthly: DashboardDto['monthly'];
}

const paymentsOf = (day: string) =>
  `/payments?business_date_from=${day}&business_date_to=${day}&status=POSTED`;
const billsOf = (period: string, states: string) => `/bills?period=${period}&state=${states}`;

/** Asked again every minute: drawn again when a figure has changed. */
export const MoneyCharts = memo(function MoneyCharts({ trend, monthly }: MoneyChartsProps) {
  const { t } = useTranslation('dashboard');
  return (
    <PanelGrid min={400}>
      {trend !== null && (
        <ChartPanel
          title={t('trend')}
          chart={
            <div role="img" aria-label={t('trend')}>
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
            </div>
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
                    <Table.Td>
                      <Anchor component={Link} size="sm" to={paymentsOf(day.date)}>
                        {formatDateShort(day.date)}
                      </Anchor>
                    </Table.Td>
                    <Table.Td ta="right">
                      <FigureLink to={paymentsOf(day.date)} count={day.count} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <FigureLink to={paymentsOf(day.date)} amount={day.amount} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          }
        />
      )}
      {monthly !== null && (
        <ChartPanel
          title={t('monthly')}
          chart={
            <div role="img" aria-label={t('monthly')}>
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
            </div>
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
                    <Table.Td>
                      <Anchor component={Link} size="sm" to={billsOf(month.period, 'ISSUED,PAID')}>
                        {formatPeriod(month.period)}
                      </Anchor>
                    </Table.Td>
                    <Table.Td ta="right">
                      <FigureLink to={billsOf(month.period, 'ISSUED,PAID')} amount={month.billed} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <FigureLink to={billsOf(month.period, 'PAID')} amount={month.collected} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          }
        />
      )}
    </PanelGrid>
  );
});
