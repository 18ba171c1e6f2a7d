import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Whether a text cannot be a public key at all; whether it is a good one is for the server to say. */
export function publicKeyProblem(text: string): boolean {
  return !/^-----BEGIN PUBLIC KEY-----[\s\S]+-----END PUBLIC KEY-----$/.test(text.trim());
}

/** A PEM as the bank sent it. */
export function PublicKeyInput(props: TextareaProps) {
  const { t } = useTranslation('banks');
  return (
    <Textarea
      label={t('snap.publicKey')}
      description={t('snap.publicKeyHint')}
      placeholder="-----BEGIN PUBLIC KEY-----"
      withAsterisk
      autosize
      minRows={5}
      maxRows={12}
      maxLength={3_000}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      {...props}
    />
  );
}
