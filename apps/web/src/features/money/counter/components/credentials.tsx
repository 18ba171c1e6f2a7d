import { Fieldset, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

export const NOBODY: Credentials = { username: '', password: '' };

export const isSomebody = ({ username, password }: Credentials): boolean =>
  username.trim() !== '' && password !== '';

interface CredentialFieldsProps {
  legend: string;
  hint: string;
  value: Credentials;
  onChange: (value: Credentials) => void;
  /** Left empty when it was sent. */
  missing: boolean;
}

/** Somebody else signs here with their own name and password; the browser is asked not to keep them. */
export function CredentialFields({ legend, hint, value, onChange, missing }: CredentialFieldsProps) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const required = (empty: boolean) => (missing && empty ? common('form.required') : undefined);
  return (
    <Fieldset legend={legend}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
        <TextInput
          label={t('second.username')}
          withAsterisk
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          value={value.username}
          error={required(value.username.trim() === '')}
          onChange={(event) => {
            onChange({ ...value, username: event.currentTarget.value });
          }}
        />
        <PasswordInput
          label={t('second.password')}
          withAsterisk
          autoComplete="new-password"
          maxLength={256}
          value={value.password}
          error={required(value.password === '')}
          visibilityToggleButtonProps={{ 'aria-label': t('second.show') }}
          onChange={(event) => {
            onChange({ ...value, password: event.currentTarget.value });
          }}
        />
        <TextInput
          label={t('second.code')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={24}
          value={value.code ?? ''}
          onChange={(event) => {
            const { code: _before, ...others } = value;
            const code = event.currentTarget.value;
            onChange(code === '' ? others : { ...others, code });
          }}
        />
      </Stack>
    </Fieldset>
  );
}
