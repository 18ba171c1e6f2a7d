import { Anchor, Table } from '@mantine/core';
import type { CertificationDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { formatMomentShort } from '../../../../lib/format';
import { passedOf } from './passed-of';

/** Every run of a bank; a click shows it above. */
export function RunHistory({ runs }: { runs: CertificationDto[] }) {
  const { t } = useTranslation('certification');
  return (
    <Panel title={t('history')}>
      <WideTable label={t('history')} minWidth={340} cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('startedColumn')}</Table.Th>
            <Table.Th>{t('result')}</Table.Th>
            <Table.Th ta="right">{t('passedColumn')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => {
            const { passed, total } = passedOf(run);
            return (
              <Table.Tr key={run.id}>
                <Table.Td>
                  <Anchor
                    component={Link}
                    size="sm"
                    to={`?run=${String(run.id)}`}
                    aria-label={t('show', { id: run.id })}
                  >
                    {formatMomentShort(run.started_at)}
                  </Anchor>
                </Table.Td>
                <Table.Td>
                  <StatusBadge kind="certification" state={run.status} />
                </Table.Td>
                <Table.Td ta="right">
                  {passed}/{total}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </WideTable>
    </Panel>
  );
}
