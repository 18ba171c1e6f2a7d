import { Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../form/form-dialog';
import { focusFirstError, showFieldProblems } from '../form/form-problems';
import { useAction } from '../../lib/use-action';
import type { ApprovalRequestedDto, RequestKeyBody } from '@tirtapay/api-client';
import { MIN_REASON } from './reason';

interface NewKeyDialogProps {
  request: (body: RequestKeyBody) => Promise<ApprovalRequestedDto>;
  opened: boolean;
  onClose: () => void;
}

export function NewKeyDialog({ request, opened, onClose }: NewKeyDialogProps) {
  const { t } = useTranslation('credentials');
  const { t: common } = useTranslation();
  const [explained, setExplained] = useState(true);
  const form = useForm({
    initialValues: { label: '', reason: '' },
    validate: {
      label: (value) => (value.trim() === '' ? common('form.required') : null),
      reason: (value) =>
        value.trim().length < MIN_REASON ? common('form.tooShort', { min: MIN_REASON }) : null,
    },
  });
  const action = useAction({
    perform: request,
    done: () => t('newKey.sent'),
    onSuccess: () => {
      form.reset();
      onClose();
    },
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('newKey.title')}
      submitLabel={t('newKey.submit')}
      pending={action.isPending}
      error={explained ? undefined : action.error}
      onSubmit={form.onSubmit(
        ({ label, reason }) => {
          action.run({ label: label.trim(), reason: reason.trim() });
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
    >
      <Text size="sm">{t('newKey.body')}</Text>
      <TextInput
        label={t('newKey.label')}
        description={t('newKey.labelHint')}
        withAsterisk
        maxLength={80}
        data-autofocus
        key={form.key('label')}
        {...form.getInputProps('label')}
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
