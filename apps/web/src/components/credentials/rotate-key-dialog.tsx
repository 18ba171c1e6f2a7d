import { Alert, Select, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApprovalRequestedDto, RotateKeyBody } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../form/form-dialog';
import { focusFirstError, showFieldProblems } from '../form/form-problems';
import { Icon } from '../icon';
import { useAction } from '../../lib/use-action';
import { MIN_REASON } from './reason';

const OVERLAPS = ['0', '1', '24', '72', '168'] as const;

interface RotateKeyDialogProps {
  /** The key id or client key, as the bank knows it. */
  name: string;
  request: (body: RotateKeyBody) => Promise<ApprovalRequestedDto>;
  onClose: () => void;
}

export function RotateKeyDialog({ name, request, onClose }: RotateKeyDialogProps) {
  const { t } = useTranslation('credentials');
  const { t: common } = useTranslation();
  const [explained, setExplained] = useState(true);
  const form = useForm({
    initialValues: { overlap_hours: '24', reason: '' },
    validate: {
      reason: (value) =>
        value.trim().length < MIN_REASON ? common('form.tooShort', { min: MIN_REASON }) : null,
    },
  });
  const action = useAction({
    perform: request,
    done: () => t('rotate.sent'),
    onSuccess: onClose,
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('rotate.title', { id: name })}
      submitLabel={t('rotate.submit')}
      pending={action.isPending}
      error={explained ? undefined : action.error}
      onSubmit={form.onSubmit(
        ({ overlap_hours, reason }) => {
          action.run({
            overlap_hours: Number(overlap_hours),
            reason: reason.trim(),
          });
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
    >
      <Text size="sm">{t('rotate.body')}</Text>
      <Select
        label={t('rotate.overlap')}
        allowDeselect={false}
        data={OVERLAPS.map((value) => ({ value, label: t(`rotate.hours.${value}`) }))}
        key={form.key('overlap_hours')}
        {...form.getInputProps('overlap_hours')}
      />
      {form.values.overlap_hours === '0' && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
          {t('rotate.zeroWarning')}
        </Alert>
      )}
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
