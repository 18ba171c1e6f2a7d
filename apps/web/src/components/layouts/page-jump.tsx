import { Spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { currentLanguage } from '../../i18n';
import { Icon } from '../icon';
import type { NavigationItem } from './navigation';

/** Ctrl K: any page by name; whatever is typed can also be searched among the customers. */
export function PageJump({ items }: { items: readonly NavigationItem[] }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const navigate = useNavigate();
  return (
    <Spotlight
      lockScroll={false}
      shortcut="mod + K"
      nothingFound={t('nav.nothing')}
      highlightQuery
      searchProps={{
        leftSection: <Icon name="search" />,
        placeholder: t('nav.jump'),
        'aria-label': t('nav.jump'),
      }}
      actions={items.map((item) => ({
        id: item.to,
        label: item.title[language],
        leftSection: <Icon name={item.icon} />,
        onClick: () => void navigate(item.to),
      }))}
    />
  );
}
