import { Menu, useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGES } from '../../i18n';
import { Icon } from '../icon';

const SCHEMES: MantineColorScheme[] = ['light', 'dark', 'auto'];

/** Language and appearance, inside any menu. */
export function PreferenceItems() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const mark = (chosen: boolean) =>
    chosen ? <Icon name="check" size={14} /> : <span style={{ width: 14 }} />;
  return (
    <>
      <Menu.Label>{t('language.label')}</Menu.Label>
      {LANGUAGES.map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          leftSection={mark(i18n.language === language)}
          onClick={() => void changeLanguage(language)}
        >
          {t(`language.${language}`)}
        </Menu.Item>
      ))}
      <Menu.Label>{t('theme.label')}</Menu.Label>
      {SCHEMES.map((scheme) => (
        <Menu.Item
          key={scheme}
          leftSection={mark(colorScheme === scheme)}
          onClick={() => {
            setColorScheme(scheme);
          }}
        >
          {t(`theme.${scheme}`)}
        </Menu.Item>
      ))}
    </>
  );
}
