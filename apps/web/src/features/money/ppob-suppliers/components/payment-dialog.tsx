import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SupplierHealthDto, SupplierPaymentBody } from '@tirtapay/api-client';
import { SUPPLIER_PAYMENTS } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { NumberField } from '../../../../components/form/number-field';
import { ReasonField } from '../../../../components/form/reason-field';
import { formatMoney } from '../../../../lib/format';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { requestPayment } from '../api/suppliers-api';

interface Values extends Record<string, unknown> {
  kind: SupplierPaymentBody['kind'];
  amount: TypedNumber;
  bank_reference: string;
  reason: string;
}

/** One person made the transfer, another agrees, then the books have it. */
export function PaymentDialog({ supplier, onClose }: { supplier: SupplierHealthDto; onClose: () => void }) {
  const { t } = useTranslation('ppob-suppliers');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: {
      kind: supplier.terms === 'PREPAID' ? 'TOP_UP' : 'SETTLEMENT',
      amount: '',
      bank_reference: '',
      reason: '',
    },
    validate: {
      amount: (amount, { kind }) =>
        numberProblem(amount, {
          min: 1,
          unit: 'Rp',
          ...(kind === 'SETTLEMENT' && { max: Math.max(1, supplier.owed) }),
        }),
      bank_reference: (text) => (text.trim() === '' ? common('form.required') : null),
      reason: (reason) => (reason.trim() === '' ? common('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestPayment,
    done: () => t('pay.sent'),
    onSuccess: onClose,
    asks: ({ kind, ...values }) => ({
      id: supplier.id,
      kind,
      amount: Number(values.amount),
      bank_reference: values.bank_reference.trim(),
      reason: values.reason.trim(),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('pay.title', { name: supplier.name })}
      submitLabel={t('pay.ask')}
      {...sending}
    >
      <Text size="sm">{t('pay.body')}</Text>
      <Radio.Group label={t('pay.kind')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt="xs">
          {SUPPLIER_PAYMENTS.map((value) => (
            <Radio key={value} value={value} label={t(`pay.kinds.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <NumberField
        label={common('word.amount')}
        unit="Rp"
        data-autofocus
        {...(form.values.kind === 'SETTLEMENT' && {
          description: t('pay.owed', { amount: formatMoney(supplier.owed) }),
        })}
        {...form.getInputProps('amount')}
      />
      <TextInput
        label={t('pay.reference')}
        description={t('pay.referenceHint')}
        maxLength={100}
        {...form.getInputProps('bank_reference')}
      />
      <ReasonField form={form} />
    </FormDialog>
  );
}
