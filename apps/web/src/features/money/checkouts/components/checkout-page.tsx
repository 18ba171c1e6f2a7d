import { Anchor, Stack, Text } from '@mantine/core';
import type { CheckoutDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoment, formatPeriod } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useCheckout } from '../api/checkouts-api';
import { AskBank, CancelCheckout } from './checkout-actions';
import { CheckoutTimeline } from './checkout-timeline';

function Facts({ checkout }: { checkout: CheckoutDetailDto }) {
  const { t } = useTranslation('checkouts');
  const { t: common } = useTranslation();
  return (
    <Fields
      rows={[
        { label: common('word.bank'), value: checkout.bank.name },
        { label: t('method'), value: checkout.method },
        { label: t('number'), value: checkout.number },
        {
          label: t('atBank'),
          value: <StatusBadge kind="checkoutAtBank" state={checkout.bank_state} />,
        },
        { label: t('createdAt'), value: formatMoment(checkout.created_at) },
        { label: t('expiresAt'), value: formatMoment(checkout.expires_at) },
        ...(checkout.closed_at === null
          ? []
          : [{ label: t('closedAt'), value: formatMoment(checkout.closed_at) }]),
        ...(checkout.closed_reason === null
          ? []
          : [
              {
                label: t('why'),
                value: t(`reason.${checkout.closed_reason}` as 'reason.EXPIRED', {
                  defaultValue: checkout.closed_reason,
                }),
              },
            ]),
        ...(checkout.payment_id === null
          ? []
          : [
              {
                label: common('word.receiptNumber'),
                value: (
                  <Anchor component={Link} to={`/payments/${String(checkout.payment_id)}`} size="sm">
                    {checkout.receipt_number}
                  </Anchor>
                ),
              },
            ]),
      ]}
    />
  );
}

function Amounts({ checkout }: { checkout: CheckoutDetailDto }) {
  const { t } = useTranslation('checkouts');
  return (
    <Fields
      rows={[
        { label: t('periods'), value: checkout.periods.map((period) => formatPeriod(period)).join(', ') },
        { label: t('billAmount'), value: <Money amount={checkout.bill_amount} /> },
        { label: t('stampDuty'), value: <Money amount={checkout.stamp_duty} /> },
        { label: t('adminFee'), value: <Money amount={checkout.admin_fee} /> },
        {
          label: t('amount'),
          value: (
            <Text fw={700}>
              <Money amount={checkout.amount} />
            </Text>
          ),
        },
      ]}
    />
  );
}

/** One virtual account or QRIS code with its life; it turns by itself when the customer pays. */
export function CheckoutPage() {
  const { t } = useTranslation('checkouts');
  const query = useCheckout(Number(useParams().id));
  const mayManage = usePermission('intent.manage');
  if (query.isError && !query.data) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const checkout = query.data;
  return (
    <>
      <PageHeader
        title={t('detailTitle', { method: checkout.method, number: checkout.number })}
        badge={<StatusBadge kind="checkout" state={checkout.status} />}
        hint={
          <Anchor component={Link} to={`/customers/${String(checkout.customer.id)}`} size="sm">
            {checkout.customer.name} ({checkout.customer.customer_number})
          </Anchor>
        }
        back={{ to: '/checkouts', label: t('title') }}
        actions={
          mayManage && (
            <>
              <AskBank id={checkout.id} />
              {checkout.status === 'PENDING' && <CancelCheckout checkout={checkout} />}
            </>
          )
        }
      />
      <Split>
        <Stack>
          <Panel title={t('timeline')}>
            <CheckoutTimeline events={checkout.timeline} />
          </Panel>
        </Stack>
        <Stack>
          <Panel title={t('amounts')}>
            <Amounts checkout={checkout} />
          </Panel>
          <Panel title={t('facts')}>
            <Facts checkout={checkout} />
          </Panel>
        </Stack>
      </Split>
    </>
  );
}
