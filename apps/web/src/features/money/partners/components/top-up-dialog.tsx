import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PartnerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { NumberField } from '../../../../components/form/number-field';
import { ReasonField } from '../../../../components/form/reason-field';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { requestTopUp } from '../api/partners-api';

interface Values extends Record<string, unknown> {
  amount: TypedNumber;
  bank_reference: string;
  reason: string;
}

/** One person saw the money on our account, another agrees, then it may be sold of. */
export function TopUpDialog({ partner, onClose }: { partner: PartnerDto; onClose: () => void }) {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: { amount: '', bank_reference: '', reason: '' },
    validate: {
      amount: (amount) => numberProblem(amount, { min: 1, unit: 'Rp' }),
      bank_reference: (text) => (text.trim() === '' ? common('form.required') : null),
      reason: (reason) => (reason.trim() === '' ? common('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestTopUp,
    done: () => t('topUp.sent'),
    onSuccess: onClose,
    asks: (values) => ({
      id: partner.id,
      amount: Number(values.amount),
      bank_reference: values.bank_reference.trim(),
      reason: values.reason.trim(),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('topUp.title', { name: partner.name })}
      submitLabel={t('ask')}
      {...sending}
    >
      <Text size="sm">{t('topUp.body')}</Text>
      <NumberField label={common('word.amount')} unit="Rp" data-autofocus {...form.getInputProps('amount')} />
      <TextInput
        label={t('topUp.reference')}
        description={t('topUp.referenceHint')}
        maxLength={100}
        {...form.getInputProps('bank_reference')}
      />
      <ReasonField form={form} />
    </FormDialog>
  );
}
