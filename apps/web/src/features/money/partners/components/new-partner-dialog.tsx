import { Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { reasonProblem } from '../../../../components/form/reason';
import { NumberField } from '../../../../components/form/number-field';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { requestPartner } from '../api/partners-api';
import { addressesOf } from './addresses';
import { MAX_RATE } from './limits';

interface Values extends Record<string, unknown> {
  code: string;
  name: string;
  addresses: string;
  rate_limit_per_second: TypedNumber;
  low_balance: TypedNumber;
  reason: string;
}

/** A partner begins with no key and no deposit; each is given by two people again. */
export function NewPartnerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: {
      code: '',
      name: '',
      addresses: '',
      rate_limit_per_second: 20,
      low_balance: 1_000_000,
      reason: '',
    },
    validate: {
      code: (code) => (/^[A-Z0-9]{2,12}$/.test(code.trim()) ? null : t('new.codeInvalid')),
      name: (name) => (name.trim() === '' ? common('form.required') : null),
      rate_limit_per_second: (rate) => numberProblem(rate, { min: 1, max: MAX_RATE }),
      low_balance: (amount) => numberProblem(amount, { min: 0, unit: 'Rp' }),
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestPartner,
    done: () => t('new.sent'),
    onSuccess: onClose,
    asks: (values) => ({
      code: values.code.trim(),
      name: values.name.trim(),
      allowed_cidrs: addressesOf(values.addresses),
      rate_limit_per_second: Number(values.rate_limit_per_second),
      low_balance: Number(values.low_balance),
      reason: values.reason.trim(),
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('new.title')} submitLabel={t('ask')} {...sending}>
      <Text size="sm">{t('new.body')}</Text>
      <TextInput
        label={t('code')}
        description={t('new.codeHint')}
        withAsterisk
        maxLength={12}
        data-autofocus
        {...form.getInputProps('code')}
      />
      <TextInput label={common('word.name')} withAsterisk maxLength={100} {...form.getInputProps('name')} />
      <Textarea
        label={t('addresses')}
        description={t('addressesHint')}
        autosize
        minRows={2}
        {...form.getInputProps('addresses')}
      />
      <NumberField label={t('rate')} {...form.getInputProps('rate_limit_per_second')} />
      <NumberField label={t('lowBalance')} unit="Rp" {...form.getInputProps('low_balance')} />
      <ReasonField form={form} />
    </FormDialog>
  );
}
