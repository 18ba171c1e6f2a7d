import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../../../i18n';
import type { Language } from '../../../../i18n';
import classes from './banks.module.css';

interface InstructionPreviewProps {
  title: string;
  steps: (language: Language) => readonly string[];
}

/** The steps of a channel as the payment page numbers them, in the language the reader picks. */
export function InstructionPreview({ title, steps }: InstructionPreviewProps) {
  const { t } = useTranslation('banks');
  const { t: common } = useTranslation();
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const shown = steps(language);
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('settings.preview')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-label={t('settings.previewLanguage')}
        value={language}
        onChange={(value) => {
          setLanguage(value === 'en' ? 'en' : 'id');
        }}
        data={[
          { value: 'id', label: common('language.id') },
          { value: 'en', label: common('language.en') },
        ]}
        style={{ alignSelf: 'flex-start' }}
      />
      <div className={classes.preview} lang={language}>
        <Text fw={600} size="sm" mb={6}>
          {title}
        </Text>
        {shown.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('settings.previewEmpty')}
          </Text>
        ) : (
          <ol className={classes.steps}>
            {shown.map((step, index) => (
              <li key={`${String(index)}-${step}`}>
                <Text size="sm" component="span">
                  {step}
                </Text>
              </li>
            ))}
          </ol>
        )}
      </div>
    </Stack>
  );
}
