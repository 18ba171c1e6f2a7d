import { Spotlight } from '@mantine/spotlight';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { SignedInUserDto } from '@tirtapay/api-client';
import { Icon } from '../icon';
import { allowedItems } from './navigation';

/** Ctrl K: any page by name; whatever is typed can also be searched among the customers. */
export function PageJump({ user }: { user: SignedInUserDto }) {
  const { t } = useTranslation();
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
      actions={allowedItems(user.permissions).map((item) => ({
        id: item.to,
        label: t(`nav.${item.label}`),
        leftSection: <Icon name={item.icon} />,
        onClick: () => void navigate(item.to),
      }))}
    />
  );
}
