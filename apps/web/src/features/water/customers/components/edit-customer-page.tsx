import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { useFormAction } from '../../../../components/form/use-form-action';
import { AFTER_SAVE, UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import type { CustomerDto } from '@tirtapay/api-client';
import { changeCustomer, fetchCustomer, useCustomer } from '../api/customers-api';
import { changesOf, followLatest, profileRules, valuesOf } from './customer-form';
import type { CustomerValues } from './customer-form';
import { ConflictNotice } from './conflict-notice';
import { ProfileFields, TariffField } from './profile-fields';

function EditForm({ customer }: { customer: CustomerDto }) {
  const { t } = useTranslation(['customers', 'common']);
  const navigate = useNavigate();
  // What the form was filled from; replaced when somebody else turns out to have saved in the meantime.
  const [base, setBase] = useState(customer);
  const [latest, setLatest] = useState<CustomerDto>();
  const form = useForm<CustomerValues>({ initialValues: valuesOf(customer), validate: profileRules(t) });
  const detail = `/customers/${String(customer.id)}`;
  const { action, sending } = useFormAction(form, {
    perform: (against: CustomerDto) =>
      changeCustomer({
        id: against.id,
        version: against.version,
        ...changesOf(valuesOf(against), form.getValues()),
      }),
    done: () => t('form.saved'),
    onSuccess: () => void navigate(detail, AFTER_SAVE),
    asks: () => base,
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'version.conflict') {
        void fetchCustomer(customer.id).then(
          (stored) => {
            form.setValues(followLatest(valuesOf(base), form.getValues(), valuesOf(stored)));
            setLatest(stored);
          },
          () => undefined,
        );
      }
    },
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <UnsavedGuard dirty={form.isDirty()} />
      <PageHeader
        title={t('form.editTitle')}
        hint={`${customer.customer_number} · ${customer.name}`}
        back={{ to: detail, label: customer.name }}
      />
      <Split>
        <Panel>
          <Stack>
            <ProfileFields form={form} />
            <TariffField form={form} />
            {latest && (
              <ConflictNotice
                mine={form.getValues()}
                theirs={latest}
                onKeep={() => {
                  setBase(latest);
                  setLatest(undefined);
                  action.run(latest);
                }}
                onTake={() => {
                  setBase(latest);
                  setLatest(undefined);
                  action.reset();
                  form.setInitialValues(valuesOf(latest));
                  form.setValues(valuesOf(latest));
                }}
              />
            )}
            {sending.error != null && !latest && <ProblemPanel error={sending.error} />}
            <Group>
              <Button
                type="submit"
                loading={action.isPending}
                disabled={latest !== undefined || !form.isDirty()}
              >
                {t('action.save', { ns: 'common' })}
              </Button>
              <Button variant="default" onClick={() => void navigate(detail)} disabled={action.isPending}>
                {t('action.cancel', { ns: 'common' })}
              </Button>
            </Group>
          </Stack>
        </Panel>
      </Split>
    </form>
  );
}

export function EditCustomerPage() {
  const query = useCustomer(Number(useParams().id));
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  return <EditForm key={query.data.id} customer={query.data} />;
}
