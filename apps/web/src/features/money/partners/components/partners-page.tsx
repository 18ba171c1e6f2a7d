import { Anchor, Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { FigureLink } from '../../../../components/figure-link';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { usePartners } from '../api/partners-api';
import { NewPartnerDialog } from './new-partner-dialog';

/** Everybody who sells by API, with what is left in the deposit. */
export function PartnersPage() {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation();
  const query = usePartners();
  const mayManage = usePermission('bank.manage');
  const [adding, dialog] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          mayManage && (
            <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
              {t('new.open')}
            </Button>
          )
        }
      />
      {adding && <NewPartnerDialog onClose={dialog.close} />}
      {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <DetailSkeleton />}
      {query.data?.length === 0 && <EmptyMessage icon="store" title={t('empty')} hint={t('emptyHint')} />}
      {query.data && query.data.length > 0 && (
        <Panel>
          <WideTable label={t('title')} minWidth={520} cards>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{common('word.name')}</Table.Th>
                <Table.Th>{t('code')}</Table.Th>
                <Table.Th ta="right">{t('deposit')}</Table.Th>
                <Table.Th ta="right">{t('keys')}</Table.Th>
                <Table.Th>{common('word.status')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {query.data.map((partner) => (
                <Table.Tr key={partner.id}>
                  <Table.Td>
                    <Anchor component={Link} to={`/partners/${String(partner.id)}`} fw={600} size="sm">
                      {partner.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>{partner.code}</Table.Td>
                  <Table.Td ta="right">
                    <FigureLink
                      to={`/deposit-movements?partner_id=${String(partner.id)}`}
                      amount={partner.deposit}
                    />
                    {partner.low_since !== null && (
                      <Text size="xs" fw={600}>
                        {t('low.short')}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td ta="right">
                    {formatNumber(partner.keys.filter(({ status }) => status === 'ACTIVE').length)}
                  </Table.Td>
                  <Table.Td>
                    <StatusBadge kind="partner" state={partner.active ? 'ACTIVE' : 'CLOSED'} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        </Panel>
      )}
    </>
  );
}
