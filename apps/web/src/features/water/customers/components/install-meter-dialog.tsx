import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CustomerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { installMeter } from '../api/customers-api';
import { MeterFields } from './meter-fields';
import { meterOf, meterRules, USUAL_METER } from './meter-form';
import type { MeterValues } from './meter-form';

interface Values extends Record<string, unknown> {
  meter: MeterValues;
}

/** A connection that is taken up again gets a meter before water runs. */
export function InstallMeterDialog({ customer, onClose }: { customer: CustomerDto; onClose: () => void }) {
  const { t } = useTranslation('customers');
  const form = useForm<Values>({
    initialValues: { meter: USUAL_METER },
    validate: { meter: meterRules(t) },
  });
  const { sending } = useFormAction(form, {
    perform: installMeter,
    done: () => t('meter.installed'),
    onSuccess: onClose,
    asks: ({ meter }) => ({
      id: customer.id,
      version: customer.version,
      meter: meterOf(meter),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('meter.install')}
      submitLabel={t('meter.install')}
      {...sending}
    >
      <Text size="sm" c="dimmed">
        {t('meter.installHint')}
      </Text>
      <MeterFields form={form} serialLabel={t('meter.newSerial')} autoFocus />
    </FormDialog>
  );
}
