import { Alert, Anchor, Button, Stack, Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { CreditNotice } from '../../../../components/credit-notice';
import { Icon } from '../../../../components/icon';
import { JournalTable } from '../../../../components/journal-table';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { PrintReceipt } from '../../../../components/print/print-receipt';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge, statusText } from '../../../../components/status-badge';
import { channelName } from '../../../../lib/channel-name';
import { ApiProblem } from '../../../../lib/api-problem';
import type { PaymentDetailDto } from '@tirtapay/api-client';
import { formatDate, formatMoment } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { usePayment } from '../api/payments-api';
import { Allocations } from './payment-tables';
import { ReversalRequest } from './reversal-request';

function PaymentTimeline({ payment }: { payment: PaymentDetailDto }) {
  const { t } = useTranslation('payments');
  return (
    <Timeline bulletSize={14} lineWidth={2} active={payment.timeline.length}>
      {payment.timeline.map((event) => (
        <Timeline.Item key={`${event.kind}-${event.at}`} title={t(`event.${event.kind}`)}>
          {event.detail !== null && (
            <Text size="sm">{event.kind === 'PAID' ? channelName(event.detail) : event.detail}</Text>
          )}
          <Text size="xs" c="dimmed">
            {[event.actor, formatMoment(event.at)].filter((part) => part !== null).join(' · ')}
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function ReversalState({ payment }: { payment: PaymentDetailDto }) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  const request = payment.reversal_request;
  if (request === null) return null;
  return (
    <Alert
      color={request.status === 'PENDING' ? 'yellow' : 'gray'}
      variant="light"
      icon={<Icon name="inbox" />}
      mb="md"
    >
      {request.status === 'PENDING'
        ? t('reversal.pending')
        : t('reversal.decided', { status: statusText(common, 'approval', request.status) })}{' '}
      <ApprovalLink id={request.approval_id}>{t('reversal.see')}</ApprovalLink>
    </Alert>
  );
}

function CustomerLink({
  customer: { id, name, customer_number: number },
}: {
  customer: NonNullable<PaymentDetailDto['customer']>;
}) {
  const words = `${name} (${number})`;
  if (!usePermission('customer.read')) return words;
  return (
    <Anchor component={Link} to={`/customers/${String(id)}`} size="sm">
      {words}
    </Anchor>
  );
}

export function PaymentPage() {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  const query = usePayment(Number(useParams().id));
  const mayPrint = usePermission('receipt.read');
  const mayReverse = usePermission('payment.reverse.request');
  if (query.isError && query.data === undefined) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const payment = query.data;
  const reversible =
    mayReverse && payment.status === 'POSTED' && payment.reversal_request?.status !== 'PENDING';
  return (
    <>
      <PageHeader
        title={t('detail.title', { number: payment.receipt_number })}
        badge={<StatusBadge kind="payment" state={payment.status} />}
        hint={payment.customer === null ? t('unknownCustomer') : <CustomerLink customer={payment.customer} />}
        back={{ to: '/payments', label: t('title') }}
        actions={
          <>
            <Button
              component="a"
              href={payment.receipt_url}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<Icon name="external" size={16} />}
            >
              {t('detail.receipt')}
            </Button>
            {mayPrint && <PrintReceipt of={{ payment: payment.id }} />}
            {reversible && <ReversalRequest payment={payment} />}
          </>
        }
      />
      <ReversalState payment={payment} />
      {payment.customer !== null && <CreditNotice customerId={payment.customer.id} />}
      <Split>
        <Stack>
          <Panel title={t('detail.allocations')}>
            <Allocations payment={payment} />
          </Panel>
          <Panel title={common('journal.title')}>
            <JournalTable lines={payment.journal} />
          </Panel>
        </Stack>
        <Stack>
          <Panel title={t('detail.amounts')}>
            <Fields
              rows={[
                { label: t('billAmount'), value: <Money amount={payment.bill_amount} /> },
                { label: t('stamp'), value: <Money amount={payment.stamp_duty} /> },
                { label: t('bankAmount'), value: <Money amount={payment.bank_amount} /> },
                { label: t('adminFee'), value: <Money amount={payment.admin_fee} /> },
                {
                  label: t('totalPaid'),
                  value: (
                    <Text fw={700}>
                      <Money amount={payment.total_amount} />
                    </Text>
                  ),
                },
              ]}
            />
          </Panel>
          <Panel title={t('detail.facts')}>
            <Fields
              rows={[
                { label: common('word.bank'), value: payment.bank.name },
                {
                  label: common('word.channel'),
                  value: channelName(payment.channel),
                },
                { label: t('reference'), value: payment.bank_reference },
                { label: t('paidAt'), value: formatMoment(payment.paid_at) },
                { label: t('postedAt'), value: formatMoment(payment.posted_at) },
                { label: t('businessDate'), value: formatDate(payment.business_date) },
                ...(payment.reversed_at === null
                  ? []
                  : [{ label: t('detail.reversedAt'), value: formatMoment(payment.reversed_at) }]),
              ]}
            />
          </Panel>
          <Panel title={t('detail.timeline')}>
            <PaymentTimeline payment={payment} />
          </Panel>
        </Stack>
      </Split>
    </>
  );
}
