import { Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { focusFirstError, showFieldProblems } from '../../../../components/form/form-problems';
import { useAction } from '../../../../lib/use-action';
import { requestPublicKey } from '../api/banks-api';
import { PublicKeyInput, publicKeyProblem } from './public-key-input';
import { MIN_REASON } from '../../../../components/credentials/reason';

interface PublicKeyDialogProps {
  one: { bankId: number; partnerId: number };
  name: string;
  onClose: () => void;
}

/** Another key of the bank, accepted beside those it has, until the old one is removed. */
export function PublicKeyDialog({ one, name, onClose }: PublicKeyDialogProps) {
  const { t } = useTranslation('banks');
  const { t: common } = useTranslation();
  const [explained, setExplained] = useState(true);
  const form = useForm({
    initialValues: { public_key: '', reason: '' },
    validate: {
      public_key: (value) => (publicKeyProblem(value) ? t('snap.notPem') : null),
      reason: (value) =>
        value.trim().length < MIN_REASON ? common('form.tooShort', { min: MIN_REASON }) : null,
    },
  });
  const action = useAction({
    perform: requestPublicKey,
    done: () => t('snap.keySent'),
    onSuccess: onClose,
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('snap.addKeyTitle', { id: name })}
      submitLabel={t('snap.keySubmit')}
      pending={action.isPending}
      error={explained ? undefined : action.error}
      onSubmit={form.onSubmit(
        ({ public_key, reason }) => {
          action.run({ ...one, public_key: public_key.trim(), reason: reason.trim() });
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
    >
      <Text size="sm">{t('snap.addKeyBody')}</Text>
      <PublicKeyInput key={form.key('public_key')} {...form.getInputProps('public_key')} />
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
