import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { reasonProblem } from '../../../../components/form/reason';
import { requestBank } from '../api/banks-api';

/** A new bank waits for a second person; then its addresses and keys are set, each by two people again. */
export function NewBankDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('banks');
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { code: '', name: '', reason: '' },
    validate: {
      code: (value) => (/^[A-Z0-9]{2,12}$/.test(value.trim()) ? null : t('newBank.codeInvalid')),
      name: (value) => (value.trim() === '' ? common('form.required') : null),
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestBank,
    done: () => t('newBank.sent'),
    onSuccess: onClose,
    asks: ({ code, name, reason }) => ({ code: code.trim(), name: name.trim(), reason: reason.trim() }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('newBank.title')}
      submitLabel={t('newBank.submit')}
      {...sending}
    >
      <Text size="sm">{t('newBank.body')}</Text>
      <TextInput
        label={t('newBank.code')}
        description={t('newBank.codeHint')}
        withAsterisk
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={12}
        data-autofocus
        key={form.key('code')}
        {...form.getInputProps('code')}
      />
      <TextInput
        label={t('newBank.name')}
        withAsterisk
        maxLength={100}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
      <ReasonField form={form} />
    </FormDialog>
  );
}
