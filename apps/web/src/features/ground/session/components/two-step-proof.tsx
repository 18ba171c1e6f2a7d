import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { TwoStepProofBody } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ProblemPanel } from '../../../../components/page/problem-panel';

interface TwoStepProofProps<Output> {
  /** The second step is on: its code is asked for beside the password. */
  on: boolean;
  hint: string;
  submit: string;
  perform: (body: TwoStepProofBody) => Promise<Output>;
  onDone: (output: Output) => void;
  onCancel: () => void;
}

/** A session alone may be stolen: whoever changes the second step says who they are again. */
export function TwoStepProof<Output>({
  on,
  hint,
  submit,
  perform,
  onDone,
  onCancel,
}: TwoStepProofProps<Output>) {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const required = (value: string) => (value.trim() === '' ? common('form.required') : null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '', code: '' },
    validate: { password: required, code: (value) => (on ? required(value) : null) },
  });
  const { action, sending } = useFormAction(form, {
    perform,
    onSuccess: onDone,
    asks: ({ password, code }) => ({ password, ...(on && { code: code.trim() }) }),
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <Stack>
        <Text size="sm">{hint}</Text>
        <PasswordInput
          label={t('account.current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {on && (
          <TextInput
            label={t('code.app')}
            description={t('twoStep.codeOrRecovery')}
            autoComplete="one-time-code"
            spellCheck={false}
            maxLength={24}
            key={form.key('code')}
            {...form.getInputProps('code')}
          />
        )}
        {sending.error != null && <ProblemPanel error={sending.error} />}
        <Group>
          <Button type="submit" loading={action.isPending}>
            {submit}
          </Button>
          <Button variant="default" onClick={onCancel} disabled={action.isPending}>
            {common('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
