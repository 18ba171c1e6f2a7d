import { Anchor, Modal, Radio, Stack, Text } from '@mantine/core';
import type { CustomerDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoney, formatNumber } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { changeCustomerState, useCustomerUsage, useRunningPlans } from '../api/customers-api';

/** Closing: what was read last, what is still owed, what is still theirs, and what becomes of the meter. */
export function CloseDialog({ customer, onClose }: { customer: CustomerDto; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const usage = useCustomerUsage(customer.id);
  const plans = useRunningPlans(customer.id, usePermission('bill.read'));
  const [out, setOut] = useState(true);
  const { meter } = customer;
  const last = usage.data?.find(({ method }) => method !== 'NONE');
  const stand = last?.current_stand ?? meter?.installed_stand;
  const takesOut = out && meter !== null && stand !== undefined;
  const action = useAction({
    perform: (reason: string) =>
      changeCustomerState({
        id: customer.id,
        state: 'NONAKTIF',
        reason,
        version: customer.version,
        ...(takesOut && { final_stand: stand }),
      }),
    done: (changed) =>
      t('state.done', { name: changed.name, state: common(`status.customer.${changed.state}`) }),
    onSuccess: onClose,
  });
  const unread = action.error instanceof ApiProblem && action.error.code === 'customer.final_reading_missing';
  // Before the readings are there, the stand of the first day would look like the last.
  if (meter !== null && usage.data === undefined)
    return (
      <Modal
        opened
        onClose={onClose}
        title={t('state.deactivateTitle')}
        closeButtonProps={{ 'aria-label': common('action.close') }}
      >
        {usage.isPending ? (
          <DetailSkeleton />
        ) : (
          <ProblemPanel error={usage.error} onRetry={() => void usage.refetch()} />
        )}
      </Modal>
    );
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('state.deactivateTitle')}
      confirmLabel={t('state.deactivate')}
      danger
      reason="required"
      action={action}
    >
      <Stack gap="xs">
        <Text size="sm">
          {t('state.deactivateBody', { name: customer.name, number: customer.customer_number })}
        </Text>
        {meter !== null && stand !== undefined && (
          <Radio.Group
            label={t('closing.meter', { serial: meter.serial })}
            value={out ? 'out' : 'left'}
            onChange={(value) => {
              setOut(value === 'out');
            }}
          >
            <Stack gap={6} mt={6}>
              <Radio value="out" label={t('closing.out', { stand: formatNumber(stand) })} />
              <Radio value="left" label={t('closing.left')} />
            </Stack>
          </Radio.Group>
        )}
        {takesOut && (
          <Text size="sm" c="dimmed">
            {t('closing.finalHint')}{' '}
            <Anchor
              component={Link}
              to={`/readings/new?customer=${customer.customer_number}`}
              size="sm"
              underline="always"
            >
              {t('closing.read')}
            </Anchor>
          </Text>
        )}
        {customer.open_bills > 0 && (
          <Text size="sm">
            {t('closing.owed', { count: customer.open_bills, amount: formatMoney(customer.open_amount) })}
          </Text>
        )}
        {plans.data?.data.map((plan) => (
          <Text key={plan.id} size="sm">
            {t('closing.plan', {
              number: plan.plan_number,
              left: formatNumber(plan.instalments - plan.paid_instalments),
              all: formatNumber(plan.instalments),
            })}{' '}
            <Anchor component={Link} to={`/instalments/${String(plan.id)}`} size="sm" underline="always">
              {t('closing.showPlan')}
            </Anchor>
          </Text>
        ))}
        {customer.credit_balance > 0 && (
          <Text size="sm">{t('closing.credit', { amount: formatMoney(customer.credit_balance) })}</Text>
        )}
        {unread && (
          <Text size="sm" fw={600} role="alert">
            {t('closing.unread')}
          </Text>
        )}
      </Stack>
    </ConfirmDialog>
  );
}
