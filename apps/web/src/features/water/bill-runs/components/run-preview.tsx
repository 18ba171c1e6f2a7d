import { Alert, Group, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Figure } from '../../../../components/figure';
import { WideTable } from '../../../../components/wide-table';
import { Money } from '../../../../components/money';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import type { BillRunPreviewDto } from '@tirtapay/api-client';
import { formatDate, formatMoney, formatNumber, formatPercent, formatPeriod } from '../../../../lib/format';

function useDelta(): (now: number, before: number) => string {
  const { t } = useTranslation('bill-runs');
  return (now, before) => {
    if (before === 0) return t('preview.noDelta');
    const change = (now - before) / before;
    return t('preview.delta', { change: `${change > 0 ? '+' : ''}${formatPercent(change)}` });
  };
}

function Postponed({ postponed }: { postponed: BillRunPreviewDto['postponed'] }) {
  const { t } = useTranslation('bill-runs');
  const date = formatDate(postponed.due_date);
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('preview.postponedTitle')}>
      <Text size="sm">
        {t('preview.postponed', { count: postponed.count, date, days: postponed.least_days })}
      </Text>
      {postponed.late > 0 && (
        <Text size="sm">{t('preview.postponedLate', { count: postponed.late, date })}</Text>
      )}
    </Alert>
  );
}

interface RunPreviewProps {
  preview: BillRunPreviewDto;
  /** Of the run; bills of months nobody read come with it and say theirs. */
  period: string;
  action: ReactNode;
}

export function RunPreview({ preview, period, action }: RunPreviewProps) {
  const { t } = useTranslation('bill-runs');
  const { t: common } = useTranslation();
  const delta = useDelta();
  const before = preview.previous_period;
  return (
    <Stack role="region" aria-label={t('form.preview')}>
      <PanelGrid min={200}>
        <Figure
          label={t('preview.count')}
          value={formatNumber(preview.count)}
          hint={delta(preview.count, before.count)}
        />
        <Figure
          label={t('preview.usage')}
          value={common('word.cubic', { value: formatNumber(preview.usage_m3) })}
          hint={delta(preview.usage_m3, before.usage_m3)}
        />
        <Figure
          label={t('preview.amount')}
          value={formatMoney(preview.amount)}
          hint={delta(preview.amount, before.amount)}
        />
      </PanelGrid>
      {preview.sealed.count > 0 && (
        <Text size="sm">
          {t('preview.sealed', { count: preview.sealed.count, amount: formatMoney(preview.sealed.amount) })}
        </Text>
      )}
      {preview.postponed.count > 0 && <Postponed postponed={preview.postponed} />}
      <Group>{action}</Group>
      <PanelGrid min={340}>
        <Panel title={t('preview.excluded')}>
          {preview.excluded.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('preview.excludedNone')}
            </Text>
          ) : (
            <WideTable label={t('preview.excluded')} minWidth={260}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('preview.reason')}</Table.Th>
                  <Table.Th ta="right">{t('preview.customers')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {preview.excluded.map((row) => (
                  <Table.Tr key={row.reason}>
                    <Table.Td>
                      {t(`excluded.${row.reason}` as 'excluded.ZERO_AMOUNT', { defaultValue: row.reason })}
                    </Table.Td>
                    <Table.Td ta="right">{formatNumber(row.count)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          )}
        </Panel>
        {preview.sample.length > 0 && (
          <Panel title={t('preview.sample')}>
            <WideTable label={t('preview.sample')} minWidth={240} horizontalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{common('word.customer')}</Table.Th>
                  <Table.Th ta="right">{common('word.usage')}</Table.Th>
                  <Table.Th ta="right">{common('word.amount')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {preview.sample.map((bill) => (
                  <Table.Tr key={bill.id}>
                    <Table.Td>
                      {bill.customer.name}
                      <Text size="xs" c="dimmed">
                        {bill.customer.customer_number}
                        {bill.period !== period && ` · ${formatPeriod(bill.period)}`}
                      </Text>
                    </Table.Td>
                    <Table.Td ta="right">
                      {common('word.cubic', { value: formatNumber(bill.usage_m3) })}
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money amount={bill.principal} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </WideTable>
          </Panel>
        )}
      </PanelGrid>
    </Stack>
  );
}
