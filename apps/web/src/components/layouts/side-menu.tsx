import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router-dom';
import type { SignedInUserDto } from '@tirtapay/api-client';
import { Icon } from '../icon';
import classes from './admin-layout.module.css';
import { activeItem, allowedItems } from './navigation';

const GROUPS = ['work', 'billing', 'integration', 'master', 'system'] as const;

export function SideMenu({ user }: { user: SignedInUserDto }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const items = allowedItems(user.permissions);
  const active = activeItem(pathname);
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
                    {t(`nav.${item.label}`)}
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
