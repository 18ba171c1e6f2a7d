import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { formatMoney } from '../../../../lib/format';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { requestPayment } from '../api/stamp-duty-api';

interface Values extends Record<string, unknown> {
  amount: TypedNumber;
  bank_reference: string;
  reason: string;
}

/** One person handed it over, another agrees, then the books have it. */
export function PaymentDialog({ owed, onClose }: { owed: number; onClose: () => void }) {
  const { t } = useTranslation('stamp-duty');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: { amount: owed > 0 ? owed : '', bank_reference: '', reason: '' },
    validate: {
      amount: (amount) => numberProblem(amount, { min: 1, max: Math.max(1, owed), unit: 'Rp' }),
      bank_reference: (text) => (text.trim() === '' ? common('form.required') : null),
      reason: (reason) => (reason.trim() === '' ? common('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestPayment,
    done: () => t('pay.sent'),
    onSuccess: onClose,
    asks: (values) => ({
      amount: Number(values.amount),
      bank_reference: values.bank_reference.trim(),
      reason: values.reason.trim(),
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('pay.title')} submitLabel={t('ask')} {...sending}>
      <Text size="sm">{t('pay.body')}</Text>
      <NumberField
        label={common('word.amount')}
        unit="Rp"
        data-autofocus
        description={t('pay.owed', { amount: formatMoney(owed) })}
        {...form.getInputProps('amount')}
      />
      <TextInput
        label={t('payment.reference')}
        description={t('pay.referenceHint')}
        maxLength={100}
        {...form.getInputProps('bank_reference')}
      />
      <ReasonField form={form} />
    </FormDialog>
  );
}
