import { Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ReasonField } from '../../../../components/form/reason-field';
import { reasonProblem } from '../../../../components/form/reason';
import { requestPublicKey } from '../api/banks-api';
import { PublicKeyInput, publicKeyProblem } from './public-key-input';

interface PublicKeyDialogProps {
  one: { bankId: number; partnerId: number };
  name: string;
  onClose: () => void;
}

/** Another key of the bank, accepted beside those it has, until the old one is removed. */
export function PublicKeyDialog({ one, name, onClose }: PublicKeyDialogProps) {
  const { t } = useTranslation('banks');
  const form = useForm({
    initialValues: { public_key: '', reason: '' },
    validate: {
      public_key: (value) => (publicKeyProblem(value) ? t('snap.notPem') : null),
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: requestPublicKey,
    done: () => t('snap.keySent'),
    onSuccess: onClose,
    asks: ({ public_key, reason }) => ({ ...one, public_key: public_key.trim(), reason: reason.trim() }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('snap.addKeyTitle', { id: name })}
      submitLabel={t('snap.keySubmit')}
      {...sending}
    >
      <Text size="sm">{t('snap.addKeyBody')}</Text>
      <PublicKeyInput key={form.key('public_key')} {...form.getInputProps('public_key')} />
      <ReasonField form={form} />
    </FormDialog>
  );
}
