import { Button, Table, Text } from '@mantine/core';
import type { FeeLineDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../../components/money';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ActionsHead, RowActions, WideTable } from '../../../../components/wide-table';
import { formatMomentShort } from '../../../../lib/format';
import { useFees, type ServiceCode } from '../api/prices-api';
import { serviceName } from '../../../../lib/service-name';

interface FeesPanelProps {
  /** Null for whoever may only look. */
  onChange: ((service: ServiceCode, fee: number) => void) | null;
}

function Since({ fee, history }: { fee: FeeLineDto; history: readonly FeeLineDto[] }) {
  const { t } = useTranslation('ppob-prices');
  const planned = history.find(({ state }) => state === 'PLANNED');
  const before = history.find(
    ({ state, effective_to: to }) => state === 'ENDED' && to === fee.effective_from,
  );
  return (
    <>
      {planned !== undefined && (
        <Text size="xs">
          {t('planned', { at: formatMomentShort(planned.effective_from) })}{' '}
          <Money amount={planned.admin_fee} />
        </Text>
      )}
      {before !== undefined && (
        <Text size="xs" c="dimmed">
          {t('before', { at: formatMomentShort(fee.effective_from) })} <Money amount={before.admin_fee} />
        </Text>
      )}
    </>
  );
}

/** What we take for each of the twelve services, now, before and from when on. */
export function FeesPanel({ onChange }: FeesPanelProps) {
  const { t } = useTranslation('ppob-prices');
  const { t: ppob } = useTranslation('ppob');
  const query = useFees();
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const fees = query.data;
  return (
    <Panel title={t('fees')}>
      <WideTable label={t('fees')} minWidth={320}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('service')}</Table.Th>
            <Table.Th ta="right">{ppob('fee')}</Table.Th>
            {onChange !== null && <ActionsHead label={t('changeFee')} hidden />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fees
            .filter(({ state }) => state === 'IN_FORCE')
            .map((fee) => (
              <Table.Tr key={fee.service_code}>
                <Table.Td>
                  {serviceName(fee.service_code)}
                  <Since
                    fee={fee}
                    history={fees.filter(({ service_code: code }) => code === fee.service_code)}
                  />
                </Table.Td>
                <Table.Td ta="right">
                  <Money amount={fee.admin_fee} />
                </Table.Td>
                {onChange !== null && (
                  <RowActions>
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      aria-label={t('changeFeeOf', { service: serviceName(fee.service_code) })}
                      onClick={() => {
                        onChange(fee.service_code, fee.admin_fee);
                      }}
                    >
                      {t('changeFee')}
                    </Button>
                  </RowActions>
                )}
              </Table.Tr>
            ))}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
