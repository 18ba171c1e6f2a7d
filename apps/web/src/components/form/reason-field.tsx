import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A form that has a reason, whatever else it has. */
interface ReasonedForm {
  key: (path: 'reason') => string;
  getInputProps: (path: 'reason') => object;
}

interface ReasonFieldProps {
  form: ReasonedForm;
  label?: string;
  /** null says nothing below the label. */
  hint?: string | null;
  /** Letters there is room for. */
  most?: number;
  autoFocus?: boolean;
}

/** Why something is done, or asked of a second person. */
export function ReasonField({ form, label, hint, most = 300, autoFocus = false }: ReasonFieldProps) {
  const { t } = useTranslation();
  return (
    <Textarea
      {...(autoFocus && { 'data-autofocus': true })}
      label={label ?? t('form.reason')}
      description={hint === undefined ? t('form.reasonHint') : hint}
      withAsterisk
      autosize
      minRows={2}
      maxLength={most}
      key={form.key('reason')}
      {...form.getInputProps('reason')}
    />
  );
}
