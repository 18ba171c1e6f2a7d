import { Alert, Anchor, Button, List, Stack, Table, Text } from '@mantine/core';
import { WideTable } from '../../../../components/wide-table';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { Icon } from '../../../../components/icon';
import { CreditNotice } from '../../../../components/credit-notice';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PriceTable } from '../../../../components/price-table';
import { useStandRows } from '../../../../components/stand-rows';
import { StatusBadge } from '../../../../components/status-badge';
import { channelName } from '../../../../lib/channel-name';
import { usePermission } from '../../../../lib/use-permission';
import { ApiProblem } from '../../../../lib/api-problem';
import type { BillDetailDto } from '@tirtapay/api-client';
import {
  formatDate,
  formatDateShort,
  formatMoment,
  formatNumber,
  formatPeriod,
} from '../../../../lib/format';
import { useBill } from '../api/bills-api';
import { useDisputesOf } from '../api/disputes-api';
import { BillCorrections } from './bill-corrections';
import { BillDisputes } from './bill-disputes';
import { CorrectOpening } from './correct-opening';
import { CancelCharge } from './cancel-charge';
import { HeldDraft, HoldDraft } from './hold-draft';
import { OpenDispute } from './open-dispute';
import { ReturnCharge } from './return-charge';

function Penalties({ bill }: { bill: BillDetailDto }) {
  const { t } = useTranslation('bills');
  if (bill.penalty_entries.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('detail.penaltyNone')}
      </Text>
    );
  return (
    <WideTable label={t('detail.penalty')} minWidth={380} cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('detail.asOf')}</Table.Th>
          <Table.Th>{t('detail.policy')}</Table.Th>
          <Table.Th ta="right">{t('detail.added')}</Table.Th>
          <Table.Th ta="right">{t('detail.cumulative')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {bill.penalty_entries.map((entry) => (
          <Table.Tr key={entry.as_of}>
            <Table.Td>{formatDateShort(entry.as_of)}</Table.Td>
            <Table.Td>
              {entry.policy}
              <Text size="xs" c="dimmed">
                {entry.trace}
              </Text>
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={entry.amount} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={entry.cumulative} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** Paid, or owed by the instalments of a plan: the bill stays, and what was wrong is settled apart. */
const SETTLED: readonly BillDetailDto['state'][] = ['PAID', 'REPLACED_BY'];
const STANDS: readonly BillDetailDto['state'][] = ['ISSUED', ...SETTLED];
const CORRECTABLE: readonly BillDetailDto['state'][] = ['DRAFT', ...STANDS];

const isTitled = (bill: BillDetailDto) => bill.kind === 'INSTALMENT' || isCharge(bill);

const isCharge = (bill: BillDetailDto) => bill.lines.some(({ kind }) => kind === 'NONWATER');

function BillActions({ bill }: { bill: BillDetailDto }) {
  const { t } = useTranslation('bills');
  const mayIssue = usePermission('bill.issue');
  const mayAsk = usePermission('bill.correct.request');
  const { data: disputes } = useDisputesOf(bill.id);
  const doubtable =
    (bill.state === 'ISSUED' || bill.state === 'PAID') &&
    disputes?.every(({ state }) => state !== 'OPEN') === true;
  return (
    <>
      {doubtable && mayAsk && <OpenDispute billId={bill.id} ofWater={!isTitled(bill)} />}
      {bill.state === 'DRAFT' && bill.held_reason === null && mayIssue && <HoldDraft bill={bill} />}
      {bill.kind === 'WATER' && CORRECTABLE.includes(bill.state) && mayAsk && (
        <Button component={Link} to={`/bills/${String(bill.id)}/correction`} variant="light">
          {t('correction.ask')}
        </Button>
      )}
      {bill.state === 'ISSUED' &&
        bill.pending_approval_id === null &&
        isCharge(bill) &&
        !bill.corrected &&
        mayAsk && <CancelCharge id={bill.id} />}
      {bill.opening !== null &&
        STANDS.includes(bill.state) &&
        bill.pending_approval_id === null &&
        mayAsk && <CorrectOpening bill={bill} stands={bill.opening} />}
      {SETTLED.includes(bill.state) &&
        bill.pending_approval_id === null &&
        isCharge(bill) &&
        !bill.corrected &&
        mayAsk && <ReturnCharge id={bill.id} />}
    </>
  );
}

export function BillPage() {
  const { t } = useTranslation('bills');
  const { t: common } = useTranslation();
  const standRows = useStandRows();
  const mayRelease = usePermission('bill.issue');
  const query = useBill(Number(useParams().id));
  if (query.isError && query.data === undefined) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const bill = query.data;
  const { tariff_version: version, payment } = bill;
  return (
    <>
      <PageHeader
        title={
          isTitled(bill)
            ? bill.lines.map(({ label }) => label).join(', ')
            : t('detail.title', { period: formatPeriod(bill.period) })
        }
        badge={<StatusBadge kind="bill" state={bill.state} />}
        hint={
          <>
            {bill.bill_number} ·{' '}
            <Anchor component={Link} to={`/customers/${String(bill.customer.id)}`} size="sm">
              {bill.customer.name} ({bill.customer.customer_number})
            </Anchor>
          </>
        }
        back={{ to: '/bills', label: t('title') }}
        actions={<BillActions bill={bill} />}
      />
      {bill.pending_approval_id !== null && (
        <Alert color="blue" variant="light" icon={<Icon name="history" />} mb="md">
          <Text size="sm">{t('cancel.pending')}</Text>
          <ApprovalLink id={bill.pending_approval_id}>{t('dispute.pendingShow')}</ApprovalLink>
        </Alert>
      )}
      {(bill.kind === 'INSTALMENT' || bill.state === 'REPLACED_BY') && (
        <Alert color="blue" variant="light" icon={<Icon name="bill" />} mb="md">
          <Text size="sm">{t(bill.kind === 'INSTALMENT' ? 'plan.part' : 'plan.replaced')}</Text>
          <Anchor component={Link} size="sm" to={`/instalments?customer_id=${String(bill.customer.id)}`}>
            {t('plan.show')}
          </Anchor>
        </Alert>
      )}
      <BillDisputes bill={bill} />
      <HeldDraft bill={bill} mayRelease={mayRelease} />
      <CreditNotice customerId={bill.customer.id} />
      <Split>
        <Stack>
          <Panel title={t('detail.how')}>
            <PriceTable
              lines={bill.lines}
              extra={bill.penalty === 0 ? [] : [{ label: t('detail.penalty'), amount: bill.penalty }]}
              total={bill.total}
            />
            {version !== null && (
              <Text size="sm" c="dimmed" mt="sm">
                {common('price.basis', {
                  code: version.tariff_code,
                  basis: version.legal_basis,
                  from: formatPeriod(version.valid_from),
                })}
              </Text>
            )}
          </Panel>
          {bill.trace.length > 0 && (
            <Panel title={t('detail.trace')}>
              <Text size="sm" c="dimmed" mb="xs">
                {t('detail.traceHint')}
              </Text>
              <List type="ordered" size="sm">
                {bill.trace.map((step) => (
                  <List.Item key={step}>{step}</List.Item>
                ))}
              </List>
            </Panel>
          )}
          <Panel title={t('correction.notes')}>
            <BillCorrections billId={bill.id} />
          </Panel>
          <Panel title={t('detail.penalty')}>
            <Penalties bill={bill} />
          </Panel>
        </Stack>
        <Stack>
          <Panel title={t('detail.facts')}>
            <Fields
              rows={[
                ...(bill.kind === 'WATER'
                  ? [
                      ...standRows(bill),
                      {
                        label: common('word.usage'),
                        value: common('word.cubic', { value: formatNumber(bill.usage_m3) }),
                      },
                    ]
                  : [{ label: common('word.kind'), value: common(`billKind.${bill.kind}`) }]),
                ...(bill.overestimated_m3 === 0
                  ? []
                  : [
                      {
                        label: common('word.overestimated'),
                        value: common('word.cubic', { value: formatNumber(bill.overestimated_m3) }),
                      },
                    ]),
                { label: common('word.dueDate'), value: formatDate(bill.due_date) },
                { label: t('issuedAt'), value: bill.issued_at === null ? '—' : formatMoment(bill.issued_at) },
                ...[
                  { label: t('correction.replaces'), id: bill.replaces_id },
                  { label: t('correction.replacedBy'), id: bill.replaced_by },
                ].flatMap(({ label, id }) =>
                  id === null
                    ? []
                    : [
                        {
                          label,
                          value: (
                            <Anchor component={Link} to={`/bills/${String(id)}`} size="sm">
                              {bill.bill_number}
                            </Anchor>
                          ),
                        },
                      ],
                ),
                { label: t('paidAt'), value: bill.paid_at === null ? '—' : formatMoment(bill.paid_at) },
              ]}
            />
          </Panel>
          <Panel title={t('detail.payment')}>
            {payment === null ? (
              <Text size="sm" c="dimmed">
                {t(bill.state === 'REPLACED_BY' ? 'detail.byPlan' : 'detail.unpaid')}
              </Text>
            ) : (
              <Fields
                rows={[
                  {
                    label: common('word.receiptNumber'),
                    value: (
                      <Anchor component={Link} to={`/payments/${String(payment.id)}`} size="sm">
                        {payment.receipt_number}
                      </Anchor>
                    ),
                  },
                  ...(payment.channel === 'CREDIT'
                    ? []
                    : [{ label: common('word.bank'), value: payment.bank_name }]),
                  {
                    label: common('word.channel'),
                    value: channelName(payment.channel),
                  },
                  { label: common('word.time'), value: formatMoment(payment.posted_at) },
                ]}
              />
            )}
          </Panel>
        </Stack>
      </Split>
    </>
  );
}
