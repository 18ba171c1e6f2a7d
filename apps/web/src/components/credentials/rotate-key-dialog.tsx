import { Alert, Select, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApprovalRequestedDto, RotateKeyBody } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../form/form-dialog';
import { useFormAction } from '../form/use-form-action';
import { ReasonField } from '../form/reason-field';
import { reasonProblem } from '../form/reason';
import { Icon } from '../icon';

const OVERLAPS = ['0', '1', '24', '72', '168'] as const;

interface RotateKeyDialogProps {
  /** The key id or client key, as the bank knows it. */
  name: string;
  request: (body: RotateKeyBody) => Promise<ApprovalRequestedDto>;
  onClose: () => void;
}

export function RotateKeyDialog({ name, request, onClose }: RotateKeyDialogProps) {
  const { t } = useTranslation('credentials');
  const form = useForm({
    initialValues: { overlap_hours: '24', reason: '' },
    validate: {
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: request,
    done: () => t('rotate.sent'),
    onSuccess: onClose,
    asks: ({ overlap_hours, reason }) => ({
      overlap_hours: Number(overlap_hours),
      reason: reason.trim(),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('rotate.title', { id: name })}
      submitLabel={t('rotate.submit')}
      {...sending}
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
      <ReasonField form={form} />
    </FormDialog>
  );
}
