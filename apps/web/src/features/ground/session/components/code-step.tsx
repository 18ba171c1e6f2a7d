import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../../../lib/api-problem';
import type { SignedInUserDto } from '@tirtapay/api-client';
import { useAction } from '../../../../lib/use-action';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { login } from '../api/session-api';
import { LockoutNotice } from './lockout-notice';

interface CodeStepProps {
  /** Right so far; kept no longer than this form stands. */
  credentials: { username: string; password: string };
  onSignedIn: (user: SignedInUserDto) => void;
  onBack: () => void;
}

/** The second step of a log-in: a code of the app, or one that was written down for the day the phone is gone. */
export function CodeStep({ credentials, onSignedIn, onBack }: CodeStepProps) {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const [recovering, setRecovering] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() === '' ? common('form.required') : null) },
  });
  const action = useAction({
    perform: login,
    onSuccess: ({ user }) => {
      onSignedIn(user);
    },
  });
  const problem = action.error instanceof ApiProblem ? action.error : undefined;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ code }) => {
        action.run({ ...credentials, code: code.trim() });
      })}
    >
      <Stack>
        <Text size="sm">{t('code.hint', { username: credentials.username })}</Text>
        <TextInput
          key={recovering ? 'recovery' : 'app'}
          label={t(recovering ? 'code.recovery' : 'code.app')}
          description={t(recovering ? 'code.recoveryHint' : 'code.appHint')}
          autoComplete={recovering ? 'off' : 'one-time-code'}
          inputMode={recovering ? 'text' : 'numeric'}
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={24}
          autoFocus
          data-autofocus
          {...form.getInputProps('code')}
        />
        {action.isError &&
          (problem?.retryAfter !== undefined && problem.status === 429 ? (
            <LockoutNotice problem={problem} since={action.submittedAt} />
          ) : (
            <ProblemPanel error={action.error} />
          ))}
        <Button type="submit" size="md" loading={action.isPending}>
          {t('submit')}
        </Button>
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={onBack}>
            {t('code.back')}
          </Anchor>
          <Anchor
            component="button"
            type="button"
            size="sm"
            ta="start"
            onClick={() => {
              form.setFieldValue('code', '');
              setRecovering(!recovering);
            }}
          >
            {t(recovering ? 'code.useApp' : 'code.useRecovery')}
          </Anchor>
        </Group>
      </Stack>
    </form>
  );
}
