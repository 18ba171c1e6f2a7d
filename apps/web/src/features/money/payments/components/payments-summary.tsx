import { Anchor, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { WideTable } from '../../../../components/wide-table';
import { Figure } from '../../../../components/figure';
import { FigureLink } from '../../../../components/figure-link';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { channelName } from '../../../../lib/channel-name';
import { formatDate, formatMoney, formatPeriod } from '../../../../lib/format';
import { useUtility } from '../../../../lib/reference-data';
import { useReceipts, type ReceiptsRow } from '../api/payments-api';

interface Group {
  key: string;
  name: string;
  count: number;
  amount: number;
}

/** The rows of one collector or channel as one, the largest first. */
function groupedBy(rows: readonly ReceiptsRow[], part: 'bank' | 'channel'): Group[] {
  const groups = new Map<string, Group>();
  for (const { [part]: key, payments, amount } of rows) {
    const group = groups.get(key) ?? { key, name: key, count: 0, amount: 0 };
    groups.set(key, { ...group, count: group.count + payments, amount: group.amount + amount });
  }
  return [...groups.values()].sort((a, b) => b.amount - a.amount);
}

function GroupTable({
  title,
  rows,
  linkOf,
}: {
  title: string;
  rows: Group[];
  linkOf: (row: Group) => string;
}) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  return (
    <Panel title={title}>
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('summary.none')}
        </Text>
      ) : (
        <WideTable label={title} minWidth={280}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('summary.group')}</Table.Th>
              <Table.Th ta="right">{t('summary.payments')}</Table.Th>
              <Table.Th ta="right">{common('word.amount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.key}>
                <Table.Td>
                  <Anchor component={Link} size="sm" to={linkOf(row)}>
                    {row.name}
                  </Anchor>
                </Table.Td>
                <Table.Td ta="right">
                  <FigureLink to={linkOf(row)} count={row.count} />
                </Table.Td>
                <Table.Td ta="right">
                  <FigureLink to={linkOf(row)} amount={row.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      )}
    </Panel>
  );
}

/** The day and the month of the utility's own calendar, and who the month's money came through. */
export function PaymentsSummary() {
  const { t } = useTranslation('payments');
  const today = useUtility().data?.business_date;
  const monthStart = today && `${today.slice(0, 8)}01`;
  const day = useReceipts(today === undefined ? null : { from: today, to: today });
  const month = useReceipts(today && monthStart ? { from: monthStart, to: today } : null);
  const failed = [day, month].find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined)
    return <ProblemPanel error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!today || !monthStart || !day.data || !month.data) return null;
  const range = `business_date_from=${monthStart}&business_date_to=${today}&status=POSTED`;
  const bankIds = new Map(month.data.rows.map((row) => [row.bank, row.collector_id]));
  return (
    <Stack>
      <PanelGrid min={220}>
        <Figure
          label={`${t('summary.today')}, ${formatDate(today)}`}
          value={formatMoney(day.data.amount)}
          hint={t('summary.count', { count: day.data.count })}
          to={`/payments?business_date_from=${today}&business_date_to=${today}&status=POSTED`}
        />
        <Figure
          label={t('summary.month', { month: formatPeriod(today.slice(0, 7)) })}
          value={formatMoney(month.data.amount)}
          hint={t('summary.count', { count: month.data.count })}
          to={`/payments?${range}`}
        />
      </PanelGrid>
      <PanelGrid min={320}>
        <GroupTable
          title={t('summary.byChannel')}
          rows={groupedBy(month.data.rows, 'channel').map((row) => ({
            ...row,
            name: channelName(row.key),
          }))}
          linkOf={(row) => `/payments?channel=${row.key}&${range}`}
        />
        <GroupTable
          title={t('summary.byBank')}
          rows={groupedBy(month.data.rows, 'bank')}
          linkOf={(row) => `/payments?bank_id=${String(bankIds.get(row.key))}&${range}`}
        />
      </PanelGrid>
    </Stack>
  );
}
