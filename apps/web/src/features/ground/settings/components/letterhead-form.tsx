import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { LetterheadDto } from '@tirtapay/api-client';
import { PHONE, singleLine } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { useFollowing } from '../../../../components/form/use-following';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { currentLanguage } from '../../../../i18n';
import { saveLetterhead } from '../api/settings-api';

interface LetterheadFormProps {
  letterhead: LetterheadDto;
  readOnly: boolean;
}

const valuesOf = ({ name, address, phone, hours, whatsapp, email }: LetterheadDto) => ({
  name,
  address,
  phone,
  hours,
  whatsapp: whatsapp ?? '',
  email: email ?? '',
});

/** Who we are and where to ask for help, as it stands on papers, public pages and pages of errors. */
export function LetterheadForm({ letterhead, readOnly }: LetterheadFormProps) {
  const { t } = useTranslation('settings');
  const filled = (text: string) => (singleLine(text).length < 3 ? t('letterhead.missing') : null);
  const phone = (text: string) => (PHONE.accepts(singleLine(text)) ? null : PHONE.words[currentLanguage()]);
  const form = useForm({
    mode: 'controlled',
    initialValues: valuesOf(letterhead),
    validate: {
      name: filled,
      address: filled,
      hours: filled,
      phone,
      whatsapp: (text) => (text === '' ? null : phone(text)),
    },
  });
  const [base, take] = useFollowing(form, letterhead, valuesOf);
  const { sending } = useFormAction(form, {
    perform: saveLetterhead,
    asks: ({ whatsapp, email, ...values }) => ({
      ...values,
      version: base.version,
      whatsapp: whatsapp === '' ? null : whatsapp,
      email: email === '' ? null : email,
    }),
    done: () => t('letterhead.saved'),
    onSuccess: (answer) => {
      form.resetDirty();
      take(answer.letterhead);
    },
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <UnsavedGuard dirty={form.isDirty()} />
      <Stack maw={560}>
        <Text size="sm" c="dimmed">
          {t('letterhead.hint')}
        </Text>
        {(['name', 'address', 'phone', 'hours', 'whatsapp', 'email'] as const).map((field) => (
          <TextInput
            key={field}
            label={t(`letterhead.${field}`)}
            withAsterisk={field !== 'whatsapp' && field !== 'email'}
            readOnly={readOnly}
            {...form.getInputProps(field)}
          />
        ))}
        {sending.error != null && <ProblemPanel error={sending.error} />}
        {!readOnly && (
          <Group>
            <Button type="submit" loading={sending.pending}>
              {t('letterhead.save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
