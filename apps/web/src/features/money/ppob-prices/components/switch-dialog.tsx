import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { serviceName } from '../../../../lib/service-name';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { switchService, type ServiceCode } from '../api/prices-api';

export interface SwitchTask {
  readonly service: ServiceCode;
  readonly active: boolean;
  readonly version: number;
}

/** One person stops a service at once, or lets it be sold again; why is kept. */
export function SwitchDialog({ task, onClose }: { task: SwitchTask; onClose: () => void }) {
  const { t } = useTranslation('ppob-prices');
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim() === '' ? common('form.required') : null) },
  });
  const { sending } = useFormAction(form, {
    perform: switchService,
    done: () => t('switch.done'),
    onSuccess: onClose,
    asks: ({ reason }) => ({ ...task, reason: reason.trim() }),
  });
  const service = serviceName(task.service);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(task.active ? 'switch.startTitle' : 'switch.stopTitle', { service })}
      {...sending}
      submitLabel={t(task.active ? 'start' : 'stop')}
    >
      <Text size="sm">{t(task.active ? 'switch.startBody' : 'switch.stopBody')}</Text>
      <ReasonField form={form} hint={null} autoFocus />
    </FormDialog>
  );
}
