import { Alert, Stack, Text } from '@mantine/core';
import type { ItemDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PrintPaper } from '../../../../components/print/print-paper';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatDate } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { claimLetterOf, useItem } from '../api/reconciliation-api';
import { AdjustItem } from './adjust-item';
import { Calls, CounterMovement, SalePanel } from './item-evidence';
import { LineFields, MovementFields, PaymentFields } from './item-fields';
import { useItemWords } from './item-words';
import { WithdrawDecision } from './withdraw-decision';

function Decision({ item }: { item: ItemDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(item.statement);
  if (item.pending) {
    return (
      <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} mb="md">
        {t('item.waits')}{' '}
        {item.approval_id !== null && (
          <ApprovalLink id={item.approval_id}>{t('item.seeRequest')}</ApprovalLink>
        )}
      </Alert>
    );
  }
  if (item.action === null) return null;
  return (
    <Alert color="teal" variant="light" icon={<Icon name="check" />} mb="md">
      {t('item.decided', {
        action: words.action(item.action),
        made: item.made_by ?? t('system'),
        decided: item.decided_by ?? t('system'),
      })}
      {item.note !== null && <Text size="sm">{item.note}</Text>}
    </Alert>
  );
}

/** One row with all there is about it: our posting, the signed request, the line of the file in its own words. */
export function ItemPage() {
  const query = useItem(Number(useParams().id));
  if (query.isError && query.data === undefined) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  return <Item item={query.data} />;
}

function Item({ item }: { item: ItemDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(item.statement);
  const mayManage = usePermission('reconciliation.manage');
  const open = item.state === 'OPEN' && !item.pending;
  return (
    <>
      <PageHeader
        title={words.type(item.type)}
        badge={<StatusBadge kind="reconciliationItem" state={item.pending ? 'PENDING' : item.state} />}
        hint={t('item.hint', { bank: item.bank_name, date: formatDate(item.settlement_date) })}
        back={{ to: `/reconciliation/days/${String(item.reconciliation_id)}`, label: t('item.back') }}
        actions={
          <>
            {item.letter_number !== null && (
              <PrintPaper
                name={`surat-klaim-${String(item.id)}.pdf`}
                fetch={() => claimLetterOf(item.id)}
                label={t('item.letter')}
                size="sm"
              />
            )}
            {mayManage && item.withdrawable && <WithdrawDecision itemId={item.id} />}
            {mayManage && open && item.actions.length > 0 && <AdjustItem item={item} />}
          </>
        }
      />
      <Decision item={item} />
      {item.under_way && (
        <Alert color="yellow" variant="light" icon={<Icon name="history" />} mb="md">
          {t('item.underWay')}
        </Alert>
      )}
      <Stack>
        <Panel title={t('item.sums')}>
          <Fields
            rows={[
              { label: t('item.ours'), value: <Money amount={item.our_amount} /> },
              { label: t('item.bank', { party: words.party }), value: <Money amount={item.bank_amount} /> },
              { label: t('item.fee'), value: <Money amount={item.fee} /> },
              {
                label: t('overview.difference'),
                value: (
                  <Text fw={700} span>
                    <Money amount={item.difference} />
                  </Text>
                ),
              },
              { label: t('item.foundBy'), value: words.basis(item.basis) },
            ]}
          />
        </Panel>
        <PanelGrid min={300}>
          <Panel title={t('item.oursSide')}>
            {item.payment && <PaymentFields payment={item.payment} />}
            {item.movement && <MovementFields movement={item.movement} />}
            {item.movement_reversal && (
              <>
                <Text fw={600} size="sm" mt="md">
                  {t(item.statement === 'PARTNER' ? 'item.givenBack' : 'item.takenBack')}
                </Text>
                <MovementFields movement={item.movement_reversal} />
                {item.statement !== 'PARTNER' && (
                  <Text size="sm" mt="xs">
                    {t('item.neverThere', { party: words.party })}
                  </Text>
                )}
              </>
            )}
            {item.counter_movement && (
              <CounterMovement counter={item.counter_movement} statement={item.statement} />
            )}
            {!item.payment && !item.movement && <Text size="sm">{t('item.nothingHere')}</Text>}
            {item.reversal && (
              <>
                <Text fw={600} size="sm" mt="md">
                  {t('item.reversal')}
                </Text>
                <PaymentFields payment={item.reversal} />
              </>
            )}
          </Panel>
          <Panel title={t('item.bankSide', { party: words.party })}>
            {item.file_line ? (
              <LineFields line={item.file_line} statement={item.statement} />
            ) : (
              <Text size="sm">{t('item.nothingThere', { party: words.party })}</Text>
            )}
            {item.reversal_line && <LineFields line={item.reversal_line} statement={item.statement} />}
          </Panel>
        </PanelGrid>
        {item.posted && (
          <Panel title={t('item.posted')}>
            <PaymentFields payment={item.posted} />
          </Panel>
        )}
        {item.candidate_payments.length + item.candidate_movements.length > 0 && (
          <Panel title={t('item.candidates')}>
            <Stack>
              {item.candidate_payments.map((payment) => (
                <PaymentFields key={payment.id} payment={payment} />
              ))}
              {item.candidate_movements.map((movement) => (
                <MovementFields key={movement.id} movement={movement} />
              ))}
            </Stack>
          </Panel>
        )}
        {item.sale && <SalePanel item={item} sale={item.sale} />}
        {item.movement === null && item.statement !== 'SUPPLIER' && <Calls item={item} />}
        {item.statement === 'SUPPLIER' && item.sale === null && item.call !== null && (
          <Text size="sm">{words.call(item.call)}</Text>
        )}
      </Stack>
    </>
  );
}
