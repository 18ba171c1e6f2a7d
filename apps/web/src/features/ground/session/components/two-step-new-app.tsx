import { Button, Code, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { NewTwoStepDto } from '@tirtapay/api-client';
import { QRCodeSVG } from 'qrcode.react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../../../components/copy-button';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { confirmTwoStep } from '../api/session-api';

interface NewAppProps {
  secret: NewTwoStepDto;
  onConfirmed: (recoveryCodes: readonly string[]) => void;
  onCancel: () => void;
}

/** The picture for the app, and the first code that proves the app has it. Drawn here: the secret goes nowhere else. */
export function TwoStepNewApp({ secret: { secret, uri }, onConfirmed, onCancel }: NewAppProps) {
  const { t } = useTranslation('session');
  const { t: common } = useTranslation();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: {
      code: (value) => (/^\d{6}$/.test(value.replaceAll(' ', '')) ? null : t('twoStep.sixDigits')),
    },
  });
  const { action, sending } = useFormAction(form, {
    perform: confirmTwoStep,
    onSuccess: ({ recovery_codes: codes }) => {
      onConfirmed(codes);
    },
    asks: ({ code }) => code.replaceAll(' ', ''),
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <Stack>
        <List type="ordered" size="sm">
          <List.Item>{t('twoStep.stepApp')}</List.Item>
          <List.Item>{t('twoStep.stepScan')}</List.Item>
          <List.Item>{t('twoStep.stepCode')}</List.Item>
        </List>
        {/* On white in both themes: cameras need dark on light. */}
        <QRCodeSVG
          value={uri}
          size={196}
          level="M"
          marginSize={4}
          role="img"
          aria-label={t('twoStep.qr')}
          data-testid="two-step-qr"
        />
        <div>
          <Text size="sm" c="dimmed">
            {t('twoStep.typed')}
          </Text>
          <Group gap="xs">
            <Code fz="md" data-testid="two-step-secret" style={{ overflowWrap: 'anywhere' }}>
              {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
            </Code>
            <CopyButton value={secret} what={t('twoStep.typed')} />
          </Group>
        </div>
        <TextInput
          label={t('twoStep.firstCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        {sending.error != null && <ProblemPanel error={sending.error} />}
        <Group>
          <Button type="submit" loading={action.isPending}>
            {t('twoStep.confirm')}
          </Button>
          <Button variant="default" onClick={onCancel} disabled={action.isPending}>
            {common('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
