import { Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { focusFirstError, showFieldProblems } from '../../../../components/form/form-problems';
import { useAction } from '../../../../lib/use-action';
import { requestBank } from '../api/banks-api';
import { MIN_REASON } from '../../../../components/credentials/reason';

/** A new bank waits for a second person; then its addresses and keys are set, each by two people again. */
export function NewBankDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('banks');
  const { t: common } = useTranslation();
  const [explained, setExplained] = useState(true);
  const form = useForm({
    initialValues: { code: '', name: '', reason: '' },
    validate: {
      code: (value) => (/^[A-Z0-9]{2,12}$/.test(value.trim()) ? null : t('newBank.codeInvalid')),
      name: (value) => (value.trim() === '' ? common('form.required') : null),
      reason: (value) =>
        value.trim().length < MIN_REASON ? common('form.tooShort', { min: MIN_REASON }) : null,
    },
  });
  const action = useAction({
    perform: requestBank,
    done: () => t('newBank.sent'),
    onSuccess: onClose,
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('newBank.title')}
      submitLabel={t('newBank.submit')}
      pending={action.isPending}
      error={explained ? undefined : action.error}
      onSubmit={form.onSubmit(
        ({ code, name, reason }) => {
          action.run({ code: code.trim(), name: name.trim(), reason: reason.trim() });
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
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
      <Textarea
        label={common('form.reason')}
        description={common('form.reasonHint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={300}
        key={form.key('reason')}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
