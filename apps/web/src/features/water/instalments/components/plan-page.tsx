import { Alert, Anchor, Stack, Table, Text } from '@mantine/core';
import type { InstalmentPlanDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PrintPaper } from '../../../../components/print/print-paper';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { ApiProblem } from '../../../../lib/api-problem';
import {
  formatDate,
  formatDateShort,
  formatMoment,
  formatMoney,
  formatNumber,
  formatPeriod,
} from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { agreementOf, usePlan } from '../api/instalments-api';
import { EndPlan } from './end-plan';
import { PlanStateBadge } from './plan-state-badge';

function Schedule({ plan }: { plan: InstalmentPlanDetailDto }) {
  const { t } = useTranslation('instalments');
  const { t: common } = useTranslation();
  return (
    <WideTable label={t('schedule')} minWidth={260}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('instalment')}</Table.Th>
          <Table.Th ta="right">{common('word.amount')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {plan.schedule.map((one) => (
          <Table.Tr key={one.seq}>
            <Table.Td>
              <Anchor component={Link} size="sm" to={`/bills/${String(one.bill_id)}`}>
                {t('ofAll', { seq: formatNumber(one.seq), all: formatNumber(plan.instalments) })}
              </Anchor>
              <Text size="xs" c={one.overdue ? 'red' : 'dimmed'}>
                {t(one.overdue ? 'dueLate' : 'due', { date: formatDateShort(one.due_date) })}
              </Text>
              <StatusBadge kind="bill" state={one.state} />
              {one.paid_at !== null && (
                <Text size="xs" c="dimmed">
                  {formatMoment(one.paid_at)}
                </Text>
              )}
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={one.amount} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Sources({ plan }: { plan: InstalmentPlanDetailDto }) {
  const { t } = useTranslation('instalments');
  const { t: common } = useTranslation();
  return (
    <WideTable label={t('sources')} minWidth={260}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('bill')}</Table.Th>
          <Table.Th ta="right">{common('word.principal')}</Table.Th>
          <Table.Th ta="right">{common('word.penalty')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {plan.sources.map((one) => (
          <Table.Tr key={one.bill_id}>
            <Table.Td>
              <Anchor component={Link} size="sm" to={`/bills/${String(one.bill_id)}`}>
                {one.title ?? formatPeriod(one.period)}
              </Anchor>
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={one.principal} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={one.penalty} />
              {one.waived > 0 && (
                <Text size="xs" c="dimmed">
                  {t('waivedOf', { amount: formatMoney(one.waived) })}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Ending({ plan }: { plan: InstalmentPlanDetailDto }) {
  const { t } = useTranslation('instalments');
  if (plan.pending_approval_id !== null)
    return (
      <Alert color="blue" variant="light" icon={<Icon name="history" />}>
        <Text size="sm">{t('end.pending')}</Text>
        <ApprovalLink id={plan.pending_approval_id}>{t('end.show')}</ApprovalLink>
      </Alert>
    );
  if (plan.ended_at === null) return null;
  return (
    <Alert color={plan.state === 'BROKEN' ? 'red' : 'gray'} variant="light" icon={<Icon name="warning" />}>
      <Text size="sm">
        {plan.ended_by === null
          ? t('end.itself', { at: formatMoment(plan.ended_at), count: plan.grace_days })
          : t('end.by', { at: formatMoment(plan.ended_at), name: plan.ended_by, reason: plan.end_reason })}
      </Text>
      {plan.rest_bill_id !== null && (
        <Anchor component={Link} size="sm" to={`/bills/${String(plan.rest_bill_id)}`}>
          {t('end.rest')}
        </Anchor>
      )}
    </Alert>
  );
}

export function PlanPage() {
  const { t } = useTranslation('instalments');
  const { t: common } = useTranslation();
  const id = Number(useParams().id);
  const query = usePlan(id);
  const mayAsk = usePermission('bill.correct.request');
  if (query.error instanceof ApiProblem && query.error.status === 404) return <NotFoundPage />;
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  const plan = query.data;
  const goesOn = (plan.state === 'RUNNING' || plan.state === 'LATE') && plan.pending_approval_id === null;
  return (
    <Stack>
      <PageHeader
        title={t('one', { number: plan.plan_number })}
        badge={<PlanStateBadge state={plan.state} />}
        hint={
          <Anchor component={Link} to={`/customers/${String(plan.customer.id)}?tab=bills`} size="sm">
            {plan.customer.name} ({plan.customer.customer_number})
          </Anchor>
        }
        back={{ to: '/instalments', label: t('title') }}
        actions={
          <>
            <PrintPaper
              name={`pernyataan-angsuran-${String(plan.id)}.pdf`}
              label={t('print')}
              fetch={() => agreementOf(plan.id)}
            />
            {mayAsk && goesOn && (
              <EndPlan id={plan.id} way={plan.paid_instalments === 0 ? 'WITHDRAWN' : 'BROKEN'} />
            )}
            {mayAsk && goesOn && plan.paid_instalments === 0 && <EndPlan id={plan.id} way="BROKEN" />}
          </>
        }
      />
      <Ending plan={plan} />
      <Split>
        <Stack>
          <Panel title={t('schedule')}>
            <Schedule plan={plan} />
          </Panel>
          <Panel title={t('sources')}>
            <Sources plan={plan} />
          </Panel>
        </Stack>
        <Panel title={t('facts')}>
          <Fields
            rows={[
              { label: common('word.total'), value: <Money amount={plan.total} /> },
              { label: t('ofPenalty'), value: <Money amount={plan.penalty} /> },
              ...(plan.waived === 0
                ? []
                : [
                    { label: t('waived'), value: <Money amount={plan.waived} /> },
                    {
                      label: t(plan.ended_at === null ? 'waiverRevocable' : 'waiverRevoked'),
                      value: <Money amount={plan.waiver_revocable} />,
                    },
                  ]),
              { label: t('paid'), value: <Money amount={plan.paid} /> },
              { label: t('next'), value: plan.next_due === null ? '—' : formatDate(plan.next_due) },
              { label: t('grace'), value: t('days', { count: plan.grace_days }) },
              { label: t('latePolicy'), value: plan.late_policy ?? t('noLatePolicy') },
              { label: t('agreed'), value: formatMoment(plan.created_at) },
              { label: t('people'), value: `${plan.requested_by} · ${plan.approved_by}` },
              { label: t('reason'), value: plan.reason },
            ]}
          />
        </Panel>
      </Split>
    </Stack>
  );
}
