import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { TypedSelect } from '../../../../components/form/typed-select';
import { MeterFields } from './meter-fields';
import { USUAL_METER } from './meter-form';
import { useFormAction } from '../../../../components/form/use-form-action';
import { AFTER_SAVE, UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { PageHeader } from '../../../../components/page/page-header';
import { Panel, PanelGrid } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useRegions, useRoutesOf } from '../../../../lib/reference-data';
import { createCustomer } from '../api/customers-api';
import { newCustomerRules, toNewCustomer } from './customer-form';
import type { NewCustomerValues } from './customer-form';
import { ProfileFields, TariffField } from './profile-fields';
import { RegisteredAlready } from './registered-already';

const EMPTY: NewCustomerValues = {
  name: '',
  address: '',
  phone: '',
  email: '',
  nik: '',
  region_id: null,
  route_id: null,
  tariff_id: null,
  meter: USUAL_METER,
};

export function NewCustomerPage() {
  const { t } = useTranslation(['customers', 'common']);
  const navigate = useNavigate();
  const form = useForm<NewCustomerValues>({ initialValues: EMPTY, validate: newCustomerRules(t) });
  const regionId = form.values.region_id === null ? undefined : Number(form.values.region_id);
  const regions = useRegions();
  const routes = useRoutesOf(regionId);
  const { action, sending } = useFormAction(form, {
    perform: (values: NewCustomerValues) => createCustomer(toNewCustomer(values)),
    done: (customer) => t('form.created', { number: customer.customer_number }),
    onSuccess: (customer) => {
      void navigate(`/customers/${String(customer.id)}`, AFTER_SAVE);
    },
    asks: (values) => values,
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <UnsavedGuard dirty={form.isDirty()} />
      <PageHeader
        title={t('form.newTitle')}
        hint={t('form.newHint')}
        back={{ to: '/customers', label: t('title') }}
      />
      <PanelGrid min={340}>
        <Panel title={t('form.identity')}>
          <Stack>
            <ProfileFields form={form} />
            <RegisteredAlready name={form.values.name} address={form.values.address} />
            <TextInput
              label={t('form.nik')}
              description={t('form.nikHint')}
              inputMode="numeric"
              autoComplete="off"
              key={form.key('nik')}
              {...form.getInputProps('nik')}
            />
          </Stack>
        </Panel>
        <Panel title={t('form.connection')}>
          <Stack>
            <TypedSelect
              label={t('word.region', { ns: 'common' })}
              withAsterisk
              placeholder={t('form.choose', { ns: 'common' })}
              data={(regions.data ?? [])
                .filter((row) => row.active)
                .map((row) => ({ value: String(row.id), label: `${row.code} · ${row.name}` }))}
              key={form.key('region_id')}
              value={form.values.region_id}
              error={form.errors.region_id}
              onChange={(value) => {
                // A route belongs to one region.
                form.setValues({ region_id: value, route_id: null });
              }}
            />
            <TypedSelect
              label={t('word.route', { ns: 'common' })}
              withAsterisk
              disabled={regionId === undefined}
              placeholder={t('form.choose', { ns: 'common' })}
              data={(routes.data ?? []).map((row) => ({
                value: String(row.id),
                label: `${row.code} · ${row.name}`,
              }))}
              key={form.key('route_id')}
              {...form.getInputProps('route_id')}
            />
            <TariffField form={form} />
            <MeterFields form={form} serialLabel={t('word.meterSerial', { ns: 'common' })} />
          </Stack>
        </Panel>
      </PanelGrid>
      <Stack mt="md">
        {sending.error != null && <ProblemPanel error={sending.error} />}
        <Group>
          <Button type="submit" loading={action.isPending}>
            {t('form.save')}
          </Button>
          <Button variant="default" onClick={() => void navigate('/customers')} disabled={action.isPending}>
            {t('action.cancel', { ns: 'common' })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
