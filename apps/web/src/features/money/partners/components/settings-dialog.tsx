import { Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ChangePartnerSettingsBody, PartnerDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { reasonProblem } from '../../../../components/form/reason';
import { NumberField } from '../../../../components/form/number-field';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { requestSettings } from '../api/partners-api';
import { addressesOf, addressText } from './addresses';
import { MAX_RATE } from './limits';

interface Values extends Record<string, unknown> {
  name: string;
  addresses: string;
  rate_limit_per_second: TypedNumber;
  low_balance: TypedNumber;
  active: boolean;
  reason: string;
}

/** Only what differs is asked for, so that the second person reads what changes and nothing else. */
function changeOf(
  partner: PartnerDto,
  values: Values,
): Omit<ChangePartnerSettingsBody, 'version' | 'reason'> {
  const addresses = addressesOf(values.addresses);
  const [rate, low] = [Number(values.rate_limit_per_second), Number(values.low_balance)];
  return {
    ...(values.name.trim() !== partner.name && { name: values.name.trim() }),
    ...(addressText(addresses) !== addressText(partner.allowed_cidrs) && { allowed_cidrs: addresses }),
    ...(rate !== partner.rate_limit_per_second && { rate_limit_per_second: rate }),
    ...(low !== partner.low_balance && { low_balance: low }),
    ...(values.active !== partner.active && { active: values.active }),
  };
}

export function SettingsDialog({ partner, onClose }: { partner: PartnerDto; onClose: () => void }) {
  const { t } = useTranslation('partners');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: {
      name: partner.name,
      addresses: addressText(partner.allowed_cidrs),
      rate_limit_per_second: partner.rate_limit_per_second,
      low_balance: partner.low_balance,
      active: partner.active,
      reason: '',
    },
    validate: {
      name: (name) => (name.trim() === '' ? common('form.required') : null),
      rate_limit_per_second: (rate) => numberProblem(rate, { min: 1, max: MAX_RATE }),
      low_balance: (amount) => numberProblem(amount, { min: 0, unit: 'Rp' }),
      reason: (reason, values) => {
        if (Object.keys(changeOf(partner, values)).length === 0) return t('settings.nothing');
        return reasonProblem(reason);
      },
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestSettings,
    done: () => t('settings.sent'),
    onSuccess: onClose,
    asks: (values) => ({
      id: partner.id,
      version: partner.version,
      ...changeOf(partner, values),
      reason: values.reason.trim(),
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('settings.title')} submitLabel={t('ask')} {...sending}>
      <TextInput label={common('word.name')} maxLength={100} {...form.getInputProps('name')} />
      <Textarea
        label={t('addresses')}
        description={t('addressesHint')}
        autosize
        minRows={2}
        {...form.getInputProps('addresses')}
      />
      <NumberField label={t('rate')} {...form.getInputProps('rate_limit_per_second')} />
      <NumberField label={t('lowBalance')} unit="Rp" {...form.getInputProps('low_balance')} />
      <Switch
        label={t('settings.active')}
        description={t('settings.activeHint')}
        {...form.getInputProps('active', { type: 'checkbox' })}
      />
      <ReasonField form={form} />
    </FormDialog>
  );
}
