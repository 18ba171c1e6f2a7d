import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { Icon } from '../../../../components/icon';
import { focusFirstError } from '../../../../components/form/form-problems';
import { ApiProblem } from '../../../../lib/api-problem';
import type { SignedInUserDto } from '@tirtapay/api-client';
import { useAction } from '../../../../lib/use-action';
import { login } from '../api/session-api';
import { CodeStep } from './code-step';
import { LockoutNotice } from './lockout-notice';

interface LoginFormProps {
  onSignedIn: (user: SignedInUserDto) => void;
  /** When somebody only has to say their password again. */
  username?: string;
}

const named = ({ username, password }: { username: string; password: string }) => ({
  username: username.trim(),
  password,
});

export function LoginForm({ onSignedIn, username }: LoginFormProps) {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const [capsLock, setCapsLock] = useState(false);
  const [halfway, setHalfway] = useState<{ username: string; password: string }>();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { username: username ?? '', password: '' },
    validate: {
      username: (value) => (value.trim() === '' ? common('form.required') : null),
      password: (value) => (value === '' ? common('form.required') : null),
    },
  });
  const action = useAction({
    perform: login,
    onSuccess: ({ user }) => {
      onSignedIn(user);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.code === 'auth.two_step_code_needed')
        setHalfway(named(form.getValues()));
    },
  });
  if (halfway !== undefined)
    return (
      <CodeStep
        credentials={halfway}
        onSignedIn={onSignedIn}
        onBack={() => {
          action.reset();
          form.setFieldValue('password', '');
          setHalfway(undefined);
        }}
      />
    );
  const problem = action.error instanceof ApiProblem ? action.error : undefined;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => {
          action.run(named(values));
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
      onKeyUp={(event) => {
        setCapsLock(event.getModifierState('CapsLock'));
      }}
    >
      <Stack>
        <TextInput
          label={t('username')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          readOnly={username !== undefined}
          data-autofocus={username === undefined || undefined}
          key={form.key('username')}
          {...form.getInputProps('username')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          data-autofocus={username !== undefined || undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {capsLock && (
          <Alert color="yellow" variant="light" icon={<Icon name="warning" />} p="xs" role="status">
            {t('capsLock')}
          </Alert>
        )}
        {action.isError &&
          (problem?.retryAfter !== undefined && problem.status === 429 ? (
            <LockoutNotice problem={problem} since={action.submittedAt} />
          ) : (
            <ProblemPanel error={action.error} />
          ))}
        <Button type="submit" size="md" loading={action.isPending}>
          {t('submit')}
        </Button>
      </Stack>
    </form>
  );
}
