import { Badge, Button, Table, Text } from '@mantine/core';
import type { FeeLineDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../../components/money';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ActionsHead, RowActions, WideTable } from '../../../../components/wide-table';
import { formatMomentShort } from '../../../../lib/format';
import { serviceName } from '../../../../lib/service-name';
import { useFees, useServices, type ServiceCode } from '../api/prices-api';
import { SwitchDialog, type SwitchTask } from './switch-dialog';

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

interface SwitchButtonProps {
  service: { active: boolean; version: number } | undefined;
  code: ServiceCode;
  onSwitch: (task: SwitchTask) => void;
}

function SwitchButton({ service, code, onSwitch }: SwitchButtonProps) {
  const { t } = useTranslation('ppob-prices');
  if (service === undefined) return null;
  const { active, version } = service;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color={active ? 'red' : 'teal'}
      aria-label={t(active ? 'stopOf' : 'startOf', { service: serviceName(code) })}
      onClick={() => {
        onSwitch({ service: code, active: !active, version });
      }}
    >
      {t(active ? 'stop' : 'start')}
    </Button>
  );
}

/** What we take for each of the twelve services, now, before and from when on. */
export function FeesPanel({ onChange }: FeesPanelProps) {
  const { t } = useTranslation('ppob-prices');
  const { t: ppob } = useTranslation('ppob');
  const query = useFees();
  const services = useServices();
  const [task, setTask] = useState<SwitchTask | null>(null);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const fees = query.data;
  const stateOf = (code: ServiceCode) => services.data?.find((service) => service.service_code === code);
  return (
    <Panel title={t('fees')}>
      <WideTable label={t('fees')} minWidth={320} cards>
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
                  {serviceName(fee.service_code)}{' '}
                  {stateOf(fee.service_code)?.active === false && (
                    <Badge size="xs" color="red" variant="light">
                      {t('stopped')}
                    </Badge>
                  )}
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
                    <SwitchButton
                      service={stateOf(fee.service_code)}
                      code={fee.service_code}
                      onSwitch={setTask}
                    />
                  </RowActions>
                )}
              </Table.Tr>
            ))}
        </Table.Tbody>
      </WideTable>
      {task !== null && (
        <SwitchDialog
          task={task}
          onClose={() => {
            setTask(null);
          }}
        />
      )}
    </Panel>
  );
}
