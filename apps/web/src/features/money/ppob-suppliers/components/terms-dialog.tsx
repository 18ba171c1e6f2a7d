import { Radio, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SupplierHealthDto, SupplierTermsBody } from '@tirtapay/api-client';
import { SUPPLIER_TERMS } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { NumberField } from '../../../../components/form/number-field';
import { ReasonField } from '../../../../components/form/reason-field';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { requestTerms } from '../api/suppliers-api';

interface Values extends Record<string, unknown> {
  terms: SupplierTermsBody['terms'];
  low_balance: TypedNumber;
  reason: string;
}

/** Whether a supplier is paid later or out of our deposit: asked for here, decided by another. */
export function TermsDialog({ supplier, onClose }: { supplier: SupplierHealthDto; onClose: () => void }) {
  const { t } = useTranslation('ppob-suppliers');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: { terms: supplier.terms, low_balance: supplier.low_balance, reason: '' },
    validate: {
      low_balance: (amount) => numberProblem(amount, { min: 0, unit: 'Rp' }),
      reason: (reason) => (reason.trim() === '' ? common('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestTerms,
    done: () => t('change.sent'),
    onSuccess: onClose,
    asks: (values) => ({
      id: supplier.id,
      terms: values.terms,
      low_balance: Number(values.low_balance),
      version: supplier.version,
      reason: values.reason.trim(),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('change.title', { name: supplier.name })}
      submitLabel={t('pay.ask')}
      {...sending}
    >
      <Text size="sm">{t('change.body')}</Text>
      <Radio.Group label={t('terms')} {...form.getInputProps('terms')}>
        <Stack gap="xs" mt="xs">
          {SUPPLIER_TERMS.map((value) => (
            <Radio key={value} value={value} label={t(`termsOf.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <NumberField label={t('lowBalance')} unit="Rp" {...form.getInputProps('low_balance')} />
      <ReasonField form={form} />
    </FormDialog>
  );
}
