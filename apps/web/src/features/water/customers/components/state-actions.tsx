import { Button, Text } from '@mantine/core';
import type { ChangeStateBody, CustomerDto } from '@tirtapay/api-client';
import { CUSTOMER_TRANSITIONS } from '@tirtapay/domain';
import type { CustomerState } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { changeCustomerState } from '../api/customers-api';
import { CloseDialog } from './close-dialog';

type NextState = ChangeStateBody['state'];

interface Step {
  name: 'activate' | 'unseal' | 'seal' | 'deactivate' | 'withdraw' | 'reopen';
  state: NextState;
}

function stepsFrom(from: CustomerState): Step[] {
  return CUSTOMER_TRANSITIONS[from].flatMap((state): Step[] => {
    switch (state) {
      case 'AKTIF':
        return [{ name: from === 'SEGEL' ? 'unseal' : 'activate', state }];
      case 'SEGEL':
        return [{ name: 'seal', state }];
      case 'NONAKTIF':
        return [{ name: from === 'CALON' ? 'withdraw' : 'deactivate', state }];
      case 'CALON':
        return [{ name: 'reopen', state }];
    }
  });
}

function StateDialog({
  customer,
  step,
  onClose,
}: {
  customer: CustomerDto;
  step: Step;
  onClose: () => void;
}) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const action = useAction({
    perform: (reason: string) =>
      changeCustomerState({ id: customer.id, state: step.state, reason, version: customer.version }),
    done: (changed) =>
      t('state.done', { name: changed.name, state: common(`status.customer.${changed.state}`) }),
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`state.${step.name}Title`)}
      confirmLabel={t(`state.${step.name}`)}
      danger={step.name === 'withdraw'}
      reason="required"
      action={action}
    >
      <Text size="sm">
        {t(`state.${step.name}Body`, { name: customer.name, number: customer.customer_number })}
      </Text>
    </ConfirmDialog>
  );
}

const COLOURS = {
  activate: undefined,
  unseal: undefined,
  reopen: undefined,
  seal: 'orange',
  deactivate: 'red',
  withdraw: 'red',
} as const;

/** Closing and taking up again need a permission of their own. */
const CLOSING: readonly Step['name'][] = ['deactivate', 'withdraw', 'reopen'];

/** The state changes that the law of the customer allows from here, each with a written reason. */
export function StateActions({ customer }: { customer: CustomerDto }) {
  const { t } = useTranslation('customers');
  const mayWrite = usePermission('customer.write');
  const mayDeactivate = usePermission('customer.deactivate');
  const [chosen, choose] = useState<Step>();
  const steps = stepsFrom(customer.state).filter((step) =>
    CLOSING.includes(step.name) ? mayDeactivate : mayWrite,
  );
  return (
    <>
      {steps.some(({ name }) => name === 'activate') && customer.meter === null && (
        <Button component={Link} to="?tab=meter">
          {t('meter.install')}
        </Button>
      )}
      {steps
        .filter(({ name }) => name !== 'activate' || customer.meter !== null)
        .map((step) => (
          <Button
            key={step.name}
            variant={COLOURS[step.name] === undefined ? 'filled' : 'light'}
            color={COLOURS[step.name]}
            onClick={() => {
              choose(step);
            }}
          >
            {t(`state.${step.name}`)}
          </Button>
        ))}
      {chosen?.name === 'deactivate' && (
        <CloseDialog
          customer={customer}
          onClose={() => {
            choose(undefined);
          }}
        />
      )}
      {chosen !== undefined && chosen.name !== 'deactivate' && (
        <StateDialog
          customer={customer}
          step={chosen}
          onClose={() => {
            choose(undefined);
          }}
        />
      )}
    </>
  );
}
