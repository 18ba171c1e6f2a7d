import { Select, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { SNAP_MODES } from '@tirtapay/domain';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { reasonProblem } from '../../../../components/form/reason';
import { requestPartner } from '../api/banks-api';
import { PublicKeyInput, publicKeyProblem } from './public-key-input';

/** Lets a bank call us in the national standard: we name it and make its secret, it brings its public key. */
export function NewPartnerDialog({ bankId, onClose }: { bankId: number; onClose: () => void }) {
  const { t } = useTranslation('banks');
  const form = useForm({
    initialValues: {
      channel_id: '',
      partner_service_id: '',
      mode: 'SYMMETRIC' as (typeof SNAP_MODES)[number],
      public_key: '',
      reason: '',
    },
    validate: {
      channel_id: (value) => (/^[0-9]{1,5}$/.test(value.trim()) ? null : t('snap.channelInvalid')),
      partner_service_id: (value) => (/^[0-9]{1,8}$/.test(value.trim()) ? null : t('snap.serviceInvalid')),
      public_key: (value) => (publicKeyProblem(value) ? t('snap.notPem') : null),
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestPartner,
    done: () => t('snap.newSent'),
    onSuccess: onClose,
    asks: (values) => ({
      bankId,
      channel_id: values.channel_id.trim(),
      partner_service_id: values.partner_service_id.trim(),
      mode: values.mode,
      public_key: values.public_key.trim(),
      reason: values.reason.trim(),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('snap.newTitle')}
      submitLabel={t('snap.newSubmit')}
      {...sending}
    >
      <Text size="sm">{t('snap.newBody')}</Text>
      <TextInput
        label={t('snap.channelId')}
        withAsterisk
        inputMode="numeric"
        maxLength={5}
        key={form.key('channel_id')}
        {...form.getInputProps('channel_id')}
      />
      <TextInput
        label={t('snap.serviceId')}
        description={t('snap.serviceHint')}
        withAsterisk
        inputMode="numeric"
        maxLength={8}
        key={form.key('partner_service_id')}
        {...form.getInputProps('partner_service_id')}
      />
      <Select
        label={t('snap.mode')}
        allowDeselect={false}
        data={SNAP_MODES.map((value) => ({ value, label: t(`snap.modes.${value}`) }))}
        key={form.key('mode')}
        {...form.getInputProps('mode')}
      />
      <PublicKeyInput key={form.key('public_key')} {...form.getInputProps('public_key')} />
      <ReasonField form={form} />
    </FormDialog>
  );
}
