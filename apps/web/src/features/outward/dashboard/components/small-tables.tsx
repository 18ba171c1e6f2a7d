import { Anchor, Table, Text } from '@mantine/core';
import { WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { Panel } from '../../../../components/page/panel';
import type { DashboardDto } from '@tirtapay/api-client';
import { channelName } from '../../../../lib/channel-name';
import { formatNumber } from '../../../../lib/format';

export function ChannelTable({
  rows,
  today,
}: {
  rows: NonNullable<DashboardDto['payments_today']>['by_channel'];
  today: string;
}) {
  const { t } = useTranslation('dashboard');
  const { t: common } = useTranslation();
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
                  <Anchor
                    component={Link}
                    size="sm"
                    to={`/payments?channel=${row.channel}&business_date_from=${today}&business_date_to=${today}`}
                  >
                    {channelName(row.channel)}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">{formatNumber(row.count)}</Table.Td>
                <Table.Td ta="right">
                  <Money amount={row.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}

export function AgingTable({ rows }: { rows: NonNullable<DashboardDto['arrears']>['aging'] }) {
  const { t } = useTranslation('dashboard');
  return (
    <Panel title={t('aging')}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noArrears')}
        </Text>
      ) : (
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
                  <Anchor component={Link} size="sm" to={`/bills?late=${encodeURIComponent(row.bucket)}`}>
                    {t(`buckets.${row.bucket}` as 'buckets.1-30', { defaultValue: row.bucket })}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">{formatNumber(row.count)}</Table.Td>
                <Table.Td ta="right">
                  <Money amount={row.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}
