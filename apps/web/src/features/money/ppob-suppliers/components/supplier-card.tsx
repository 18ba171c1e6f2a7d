import { Anchor, Stack, Table, Text } from '@mantine/core';
import type { SupplierHealthDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { FigureLink } from '../../../../components/figure-link';
import { Money } from '../../../../components/money';
import { Fields, Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { formatMilliseconds, formatMoment, formatMomentExact, formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { SupplierMoney } from './supplier-money';

function Calls({ calls }: { calls: SupplierHealthDto['calls'] }) {
  const { t } = useTranslation('ppob-suppliers');
  const { t: common } = useTranslation();
  if (calls.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('noCalls')}
      </Text>
    );
  return (
    <WideTable label={t('calls')} minWidth={380} cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{common('word.time')}</Table.Th>
          <Table.Th>{t('answer')}</Table.Th>
          <Table.Th ta="right">{common('word.latency')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {calls.map((call, index) => (
          <Table.Tr key={`${call.at}-${String(index)}`}>
            <Table.Td>{formatMomentExact(call.at)}</Table.Td>
            <Table.Td>{call.status === null ? (call.error ?? t('lost')) : String(call.status)}</Table.Td>
            <Table.Td ta="right">
              {common('word.milliseconds', { value: formatMilliseconds(call.milliseconds) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** Whether a supplier is called, what waits for it, what it delivered and what it is owed. */
export function SupplierCard({ supplier }: { supplier: SupplierHealthDto }) {
  const { t } = useTranslation('ppob-suppliers');
  const seesSales = usePermission('ppob.read');
  return (
    <Panel
      title={supplier.name}
      action={<StatusBadge kind="supplier" state={supplier.active ? supplier.breaker : 'OFF'} />}
    >
      <Stack>
        <Fields
          rows={[
            { label: t('address'), value: supplier.base_url },
            {
              label: t('pending'),
              value: (
                <>
                  {formatNumber(supplier.pending)}
                  {supplier.pending > 0 && seesSales && (
                    <>
                      {' · '}
                      <Anchor component={Link} size="sm" to="/ppob/transactions?status=PENDING">
                        {t('see')}
                      </Anchor>
                    </>
                  )}
                </>
              ),
            },
            { label: t('unknown'), value: formatNumber(supplier.unknown) },
            {
              label: t('held'),
              value: seesSales ? (
                <FigureLink to="/ppob/transactions?status=PENDING" amount={supplier.held} />
              ) : (
                <Money amount={supplier.held} />
              ),
            },
            {
              label: t('oldest'),
              value: supplier.oldest_at === null ? '—' : formatMoment(supplier.oldest_at),
            },
            {
              label: t('today'),
              value: t('todayCounts', {
                delivered: formatNumber(supplier.delivered_today),
                refused: formatNumber(supplier.refused_today),
              }),
            },
          ]}
        />
        <SupplierMoney supplier={supplier} />
        <Text fw={650} size="sm">
          {t('calls')}
        </Text>
        <Calls calls={supplier.calls} />
      </Stack>
    </Panel>
  );
}
