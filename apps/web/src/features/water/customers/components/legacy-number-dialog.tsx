import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { CustomerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { reasonProblem } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { correctLegacyNumber } from '../api/customers-api';

interface LegacyNumberDialogProps {
  customer: CustomerDto;
  onClose: () => void;
}

interface Values extends Record<string, unknown> {
  legacy_number: string;
  reason: string;
}

/** Who is paid for by what the system before called somebody: two people decide it. */
export function LegacyNumberDialog({ customer, onClose }: LegacyNumberDialogProps) {
  const { t } = useTranslation('customers');
  const form = useForm<Values>({
    initialValues: { legacy_number: customer.legacy_number ?? '', reason: '' },
    validate: { reason: reasonProblem },
  });
  const { sending } = useFormAction(form, {
    perform: correctLegacyNumber,
    done: () => t('legacy.sent'),
    onSuccess: onClose,
    asks: ({ legacy_number: number, reason }) => ({
      id: customer.id,
      version: customer.version,
      legacy_number: number.trim() === '' ? null : number.trim(),
      reason: reason.trim(),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('legacy.change')}
      submitLabel={t('legacy.submit')}
      {...sending}
    >
      <Text size="sm" c="dimmed">
        {t('legacy.hint')}
      </Text>
      <TextInput
        label={t('legacy.number')}
        maxLength={40}
        data-autofocus
        key={form.key('legacy_number')}
        {...form.getInputProps('legacy_number')}
      />
      <ReasonField form={form} />
    </FormDialog>
  );
}
