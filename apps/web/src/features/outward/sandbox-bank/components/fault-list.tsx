import { Button, Stack, Table } from '@mantine/core';
import type { SandboxFaultDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WideTable } from '../../../../components/wide-table';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { clearFaults } from '../api/sandbox-bank-api';

export function FaultList({ faults }: { faults: SandboxFaultDto[] }) {
  const { t } = useTranslation('sandbox-bank');
  const mayManage = usePermission('bank.manage');
  const action = useAction({ perform: (_: undefined) => clearFaults(), done: () => t('cleared') });
  if (faults.length === 0)
    return (
      <Panel title={t('active')}>
        <EmptyMessage icon="check" title={t('none')} hint={t('noneHint')} />
      </Panel>
    );
  return (
    <Panel title={t('active')}>
      <Stack>
        <WideTable label={t('active')} minWidth={320} cards>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('kind')}</Table.Th>
              <Table.Th>{t('services')}</Table.Th>
              <Table.Th>{t('times')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map((fault) => (
              <Table.Tr key={fault.id}>
                <Table.Td>{t(`fault.${fault.kind}`)}</Table.Td>
                <Table.Td>
                  {fault.kind === 'broken-signer'
                    ? '—'
                    : fault.services === null
                      ? t('every')
                      : t('ofServices', { services: fault.services.join(', ') })}
                </Table.Td>
                <Table.Td>
                  {fault.left === null ? t('untilCleared') : t('left', { count: fault.left })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
        {action.isError && <ProblemPanel error={action.error} />}
        {mayManage && (
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            loading={action.isPending}
            onClick={() => {
              action.run(undefined);
            }}
          >
            {t('clear')}
          </Button>
        )}
      </Stack>
    </Panel>
  );
}
