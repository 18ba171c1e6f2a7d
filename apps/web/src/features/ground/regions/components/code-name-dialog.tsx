import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';

interface CodeNameDialogProps {
  title: string;
  codeLabel: string;
  /** The code is that part of the customer number. */
  digits: number;
  doneMessage: string;
  perform: (values: { code: string; name: string }) => Promise<unknown>;
  onClose: () => void;
}

/** A new region or a new route: a fixed code and a name. */
export function CodeNameDialog({
  title,
  codeLabel,
  digits,
  doneMessage,
  perform,
  onClose,
}: CodeNameDialogProps) {
  const { t } = useTranslation('regions');
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { code: '', name: '' },
    validate: {
      code: (value) => (value.length === digits && /^\d+$/.test(value) ? null : t('codeInvalid', { digits })),
      name: (value) => (value.trim() === '' ? common('form.required') : null),
    },
  });
  const { sending } = useFormAction(form, {
    perform,
    done: () => doneMessage,
    onSuccess: onClose,
    asks: ({ code, name }) => ({ code, name: name.trim() }),
  });
  return (
    <FormDialog opened onClose={onClose} title={title} {...sending}>
      <TextInput
        label={codeLabel}
        description={t('codeHint', { digits })}
        withAsterisk
        inputMode="numeric"
        maxLength={digits}
        data-autofocus
        key={form.key('code')}
        {...form.getInputProps('code')}
      />
      <TextInput
        label={common('word.name')}
        withAsterisk
        maxLength={80}
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
    </FormDialog>
  );
}
