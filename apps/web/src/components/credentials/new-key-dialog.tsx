import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../form/form-dialog';
import { useFormAction } from '../form/use-form-action';
import { ReasonField } from '../form/reason-field';
import { reasonProblem } from '../form/reason';
import type { ApprovalRequestedDto, RequestKeyBody } from '@tirtapay/api-client';

interface NewKeyDialogProps {
  request: (body: RequestKeyBody) => Promise<ApprovalRequestedDto>;
  opened: boolean;
  onClose: () => void;
}

export function NewKeyDialog({ request, opened, onClose }: NewKeyDialogProps) {
  const { t } = useTranslation('credentials');
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { label: '', reason: '' },
    validate: {
      label: (value) => (value.trim() === '' ? common('form.required') : null),
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: request,
    done: () => t('newKey.sent'),
    onSuccess: () => {
      form.reset();
      onClose();
    },
    asks: ({ label, reason }) => ({ label: label.trim(), reason: reason.trim() }),
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('newKey.title')}
      submitLabel={t('newKey.submit')}
      {...sending}
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
      <ReasonField form={form} />
    </FormDialog>
  );
}
