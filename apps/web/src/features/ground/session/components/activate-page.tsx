import { Anchor, Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { codeOwner, redeem } from '../api/session-api';
import classes from './login-page.module.css';

const MIN_PASSWORD = 12;

type Owner = Awaited<ReturnType<typeof codeOwner>>;

function CodeForm({ onKnown }: { onKnown: (code: string, owner: Owner) => void }) {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() === '' ? common('form.required') : null) },
  });
  const { action, sending } = useFormAction(form, {
    perform: codeOwner,
    onSuccess: (owner) => {
      onKnown(form.getValues().code, owner);
    },
    asks: ({ code }) => code,
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <Stack>
        <TextInput
          label={t('activate.code')}
          description={t('activate.codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={64}
          data-autofocus
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        {action.isError && <ProblemPanel error={action.error} />}
        <Button type="submit" size="md" loading={action.isPending}>
          {t('activate.next')}
        </Button>
      </Stack>
    </form>
  );
}

function PasswordForm({ code, owner, onDone }: { code: string; owner: Owner; onDone: () => void }) {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: owner.name ?? '', password: '', repeat: '' },
    validate: {
      name: (value) => (value.trim() === '' ? common('form.required') : null),
      password: (value) => (value.length < MIN_PASSWORD ? t('account.short', { min: MIN_PASSWORD }) : null),
      repeat: (value, values) => (value === values.password ? null : t('account.different')),
    },
  });
  const { action, sending } = useFormAction(form, {
    perform: redeem,
    onSuccess: onDone,
    asks: ({ name, password }) => ({ code, password, ...(owner.name === null && { name: name.trim() }) }),
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <Stack>
        <TextInput label={t('username')} value={owner.username} readOnly autoComplete="username" />
        <TextInput
          label={t('activate.name')}
          description={owner.name === null ? t('activate.nameHint') : undefined}
          readOnly={owner.name !== null}
          autoComplete="name"
          maxLength={100}
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <PasswordInput
          label={t('account.next')}
          description={t('activate.passwordHint', { min: MIN_PASSWORD })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label={t('account.repeat')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
          key={form.key('repeat')}
          {...form.getInputProps('repeat')}
        />
        {sending.error != null && <ProblemPanel error={sending.error} />}
        <Button type="submit" size="md" loading={action.isPending}>
          {t('activate.submit')}
        </Button>
      </Stack>
    </form>
  );
}

/** A one-time code becomes a password; then the person logs in like everybody else. */
export function ActivatePage() {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const [known, setKnown] = useState<{ code: string; owner: Owner }>();
  const [done, setDone] = useState(false);
  useEffect(() => {
    document.title = `${t('activate.title')} – ${common('product')}`;
  }, [t, common]);
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <img src="/favicon.svg" alt="" width={44} height={44} />
        <Title order={1} size="h2">
          {t('activate.title')}
        </Title>
        <Text c="dimmed" size="sm" mb="lg" role="status">
          {t(done ? 'activate.done' : 'activate.subtitle')}
        </Text>
        {!done &&
          (known === undefined ? (
            <CodeForm
              onKnown={(code, owner) => {
                setKnown({ code, owner });
              }}
            />
          ) : (
            <PasswordForm
              {...known}
              onDone={() => {
                setDone(true);
              }}
            />
          ))}
        <Anchor component={Link} to="/login" size="sm" mt="lg" display="inline-block">
          {t('activate.toLogin')}
        </Anchor>
      </div>
    </main>
  );
}
