import { Anchor, Table, Text } from '@mantine/core';
import { ColumnChart } from '../../../../components/charts/lazy-column-chart';
import { shortMoney } from '../../../../components/charts/short-money';
import { WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { FigureLink } from '../../../../components/figure-link';
import { Panel } from '../../../../components/page/panel';
import type { DashboardDto } from '@tirtapay/api-client';
import { channelName } from '../../../../lib/channel-name';
import { formatMoney } from '../../../../lib/format';
import { ChartPanel } from './chart-panel';

export function ChannelTable({
  rows,
  today,
}: {
  rows: NonNullable<DashboardDto['payments_today']>['by_channel'];
  today: string;
}) {
  const { t } = useTranslation('dashboard');
  const { t: common } = useTranslation();
  const listOf = (channel: string) =>
    `/payments?channel=${channel}&business_date_from=${today}&business_date_to=${today}&status=POSTED`;
  return (
    <Panel title={t('channels')}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noPaymentsToday')}
        </Text>
      ) : (
        <WideTable label={t('channels')} minWidth={280} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{common('word.channel')}</Table.Th>
              <Table.Th ta="right">{t('count')}</Table.Th>
              <Table.Th ta="right">{t('amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.channel}>
                <Table.Td>
                  <Anchor component={Link} size="sm" to={listOf(row.channel)}>
                    {channelName(row.channel)}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">
                  <FigureLink to={listOf(row.channel)} count={row.count} />
                </Table.Td>
                <Table.Td ta="right">
                  <FigureLink to={listOf(row.channel)} amount={row.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}

/** How long what is owed is late; `late` of the bills is the same list of ages. */
export function AgingTable({ rows }: { rows: NonNullable<DashboardDto['arrears']>['aging'] }) {
  const { t } = useTranslation('dashboard');
  const listOf = (age: string) => `/bills?late=${encodeURIComponent(age)}`;
  const nameOf = (age: string) => t(`buckets.${age}` as 'buckets.1-30', { defaultValue: age });
  if (rows.every(({ count }) => count === 0))
    return (
      <Panel title={t('aging')}>
        <Text size="sm" c="dimmed">
          {t('noArrears')}
        </Text>
      </Panel>
    );
  return (
    <ChartPanel
      title={t('aging')}
      chart={
        <div role="img" aria-label={t('aging')}>
          <ColumnChart
            groups={rows.map(({ bucket, amount }) => ({
              key: bucket,
              label: nameOf(bucket),
              title: nameOf(bucket),
              values: [amount],
            }))}
            series={[t('amount')]}
            format={formatMoney}
            formatMark={shortMoney}
          />
        </div>
      }
      table={
        <WideTable label={t('aging')} minWidth={260} horizontalSpacing={3}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('bucket')}</Table.Th>
              <Table.Th ta="right">{t('sheets')}</Table.Th>
              <Table.Th ta="right">{t('amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.bucket}>
                <Table.Td>
                  <Anchor component={Link} size="sm" to={listOf(row.bucket)}>
                    {nameOf(row.bucket)}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">
                  <FigureLink to={listOf(row.bucket)} count={row.count} />
                </Table.Td>
                <Table.Td ta="right">
                  <FigureLink to={listOf(row.bucket)} amount={row.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      }
    />
  );
}
