import { Button, Text } from '@mantine/core';
import { CUSTOMER_TRANSITIONS } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../components/form/confirm-dialog';
import type { Customer, CustomerState } from '../../../lib/api-types';
import { useAction } from '../../../lib/use-action';
import { usePermission } from '../../../lib/use-permission';
import { changeCustomerState } from '../api/customers-api';

type Step = 'activate' | 'unseal' | 'seal' | 'deactivate';

function stepOf(from: CustomerState, to: CustomerState): Step | undefined {
  if (to === 'AKTIF') return from === 'SEGEL' ? 'unseal' : 'activate';
  if (to === 'SEGEL') return 'seal';
  return to === 'NONAKTIF' ? 'deactivate' : undefined;
}

/** The state changes that the law of the customer allows from here, each with a written reason. */
export function StateActions({ customer }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const mayWrite = usePermission('customer.write');
  const mayDeactivate = usePermission('customer.deactivate');
  const [chosen, choose] = useState<{ step: Step; state: CustomerState }>();
  const action = useAction({
    perform: (reason: string) =>
      changeCustomerState({
        id: customer.id,
        state: chosen?.state ?? customer.state,
        reason,
        version: customer.version,
      }),
    done: (changed) =>
      t('state.done', { name: changed.name, state: common(`status.customer.${changed.state}`) }),
    onSuccess: () => {
      choose(undefined);
    },
  });
  const steps = CUSTOMER_TRANSITIONS[customer.state].flatMap((state) => {
    const step = stepOf(customer.state, state);
    const allowed = step === 'activate' ? mayWrite : mayDeactivate;
    return step !== undefined && allowed ? [{ step, state }] : [];
  });
  const words = { name: customer.name, number: customer.customer_number };
  return (
    <>
      {steps.map((entry) => (
        <Button
          key={entry.step}
          variant={entry.step === 'activate' || entry.step === 'unseal' ? 'filled' : 'light'}
          color={entry.step === 'deactivate' ? 'red' : entry.step === 'seal' ? 'orange' : undefined}
          onClick={() => {
            choose(entry);
          }}
        >
          {t(`state.${entry.step}`)}
        </Button>
      ))}
      {chosen && (
        <ConfirmDialog
          opened
          onClose={() => {
            choose(undefined);
          }}
          title={t(`state.${chosen.step}Title`)}
          confirmLabel={t(`state.${chosen.step}`)}
          danger={chosen.step === 'deactivate'}
          reason="required"
          action={action}
        >
          <Text size="sm">{t(`state.${chosen.step}Body`, words)}</Text>
        </ConfirmDialog>
      )}
    </>
  );
}
