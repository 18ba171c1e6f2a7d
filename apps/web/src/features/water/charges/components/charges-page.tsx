import { Badge, Button, Stack, Table, Text } from '@mantine/core';
import type { ChargeDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApprovalLink } from '../../../../components/approval-link';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WideTable } from '../../../../components/wide-table';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { askForEnd, useCharges } from '../api/charges-api';
import { ProposeChargeDialog } from './propose-charge-dialog';

function State({ charge }: { charge: ChargeDto }) {
  const { t } = useTranslation('charges');
  return (
    <>
      <Badge variant="light" color={charge.active ? 'teal' : 'yellow'} tt="none" miw="max-content">
        {t(charge.active ? 'active' : 'waiting')}
      </Badge>
      {charge.pending_approval_id !== null && (
        <>
          {' '}
          <ApprovalLink id={charge.pending_approval_id}>{t('request')}</ApprovalLink>
        </>
      )}
    </>
  );
}

/** What is charged besides water; a price is two people's. */
export function ChargesPage() {
  const { t } = useTranslation('charges');
  const { t: common } = useTranslation();
  const may = usePermission('tariff.propose');
  const charges = useCharges();
  const [proposing, setProposing] = useState(false);
  const [ending, setEnding] = useState<ChargeDto | null>(null);
  const end = useAction({
    perform: (reason: string) => askForEnd({ id: ending?.id ?? 0, reason }),
    done: () => t('endAsked'),
    onSuccess: () => {
      setEnding(null);
    },
  });
  const propose = may && (
    <Button
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => {
        setProposing(true);
      }}
    >
      {t('propose')}
    </Button>
  );
  return (
    <Stack>
      <PageHeader title={t('title')} hint={t('hint')} actions={propose} />
      {charges.isError && <ProblemPanel error={charges.error} onRetry={() => void charges.refetch()} />}
      {charges.isPending && <DetailSkeleton />}
      {charges.data?.length === 0 && <EmptyMessage icon="tariff" title={t('empty')} />}
      {charges.data !== undefined && charges.data.length > 0 && (
        <Panel>
          <WideTable label={t('title')} minWidth={560} cards>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('code')}</Table.Th>
                <Table.Th>{common('word.name')}</Table.Th>
                <Table.Th ta="right">{t('price')}</Table.Th>
                <Table.Th>{t('legalBasis')}</Table.Th>
                <Table.Th>{common('word.state')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {charges.data.map((charge) => (
                <Table.Tr key={charge.id}>
                  <Table.Td>{charge.code}</Table.Td>
                  <Table.Td>{charge.name}</Table.Td>
                  <Table.Td ta="right">
                    <Money amount={charge.price} />
                  </Table.Td>
                  <Table.Td>{charge.legal_basis ?? '—'}</Table.Td>
                  <Table.Td>
                    <State charge={charge} />
                  </Table.Td>
                  <Table.Td ta="right">
                    {may && charge.active && charge.pending_approval_id === null && (
                      <Button
                        size="xs"
                        variant="subtle"
                        onClick={() => {
                          setEnding(charge);
                        }}
                      >
                        {t('end')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </WideTable>
        </Panel>
      )}
      {proposing && (
        <ProposeChargeDialog
          onClose={() => {
            setProposing(false);
          }}
        />
      )}
      <ConfirmDialog
        opened={ending !== null}
        onClose={() => {
          setEnding(null);
        }}
        title={t('endTitle', { name: ending?.name ?? '' })}
        confirmLabel={t('end')}
        danger
        reason="required"
        reasonLength={10}
        action={end}
      >
        <Text size="sm">{t('endBody')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
