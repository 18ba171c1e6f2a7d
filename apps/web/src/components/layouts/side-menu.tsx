import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import { currentLanguage } from '../../i18n';
import { Icon } from '../icon';
import classes from './admin-layout.module.css';
import type { NavigationItem } from './navigation';
import { activeItem } from './navigation';

const GROUPS = ['work', 'billing', 'ppob', 'integration', 'master', 'system'] as const;

export function SideMenu({ items }: { items: readonly NavigationItem[] }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const { pathname } = useLocation();
  const active = activeItem(items, pathname);
  return (
    <nav aria-label={t('nav.main')}>
      {GROUPS.map((group) => {
        const own = items.filter((item) => item.group === group);
        if (own.length === 0) return null;
        return (
          <div key={group}>
            <div className={classes.group}>{t(`nav.group.${group}`)}</div>
            <ul className={classes.items}>
              {own.map((item) => (
                <li key={item.to}>
                  <Link
                    to={item.to}
                    className={classes.item}
                    aria-current={item.to === active ? 'page' : undefined}
                  >
                    <Icon name={item.icon} />
                    {item.title[language]}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
