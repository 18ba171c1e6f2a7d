import { ActionIcon, Button, Drawer, Kbd } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation } from 'react-router-dom';
import type { SignedInUserDto } from '@tirtapay/api-client';
import { Icon } from '../icon';
import { usePaperIsWhite } from '../print/use-paper-is-white';
import { AccountMenu } from './account-menu';
import classes from './admin-layout.module.css';
import { Brand } from './brand';
import type { NavigationItem } from './navigation';
import { allowedItems, menuItems } from './navigation';
import { FindAnything } from './find-anything';
import { SideMenu } from './side-menu';

interface AdminLayoutProps {
  user: SignedInUserDto;
  navigation: readonly NavigationItem[];
  bell: ReactNode;
  onLogout: () => void;
}

/** The frame of every staff page: menu by permission, jump box, bell, account. */
export function AdminLayout({ user, navigation, bell, onLogout }: AdminLayoutProps) {
  const { t } = useTranslation();
  const [opened, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const { close } = menu;
  usePaperIsWhite();
  const items = allowedItems(navigation, user.permissions);

  useEffect(() => {
    close();
    window.scrollTo(0, 0);
  }, [pathname, close]);

  return (
    <div className={classes.frame}>
      <a
        href="#content"
        className={classes.skip}
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('nav.skip')}
      </a>
      <aside className={classes.side}>
        <Brand />
        <SideMenu items={menuItems(items)} />
      </aside>
      <Drawer
        opened={opened}
        onClose={menu.close}
        size={280}
        title={<Brand />}
        closeButtonProps={{ 'aria-label': t('nav.closeMenu') }}
      >
        <SideMenu items={menuItems(items)} />
      </Drawer>
      <div className={classes.column}>
        <header className={classes.top}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            className={classes.burger}
            aria-label={t('nav.openMenu')}
            onClick={menu.open}
          >
            <Icon name="menu" size={22} />
          </ActionIcon>
          <Button
            variant="default"
            className={classes.jump}
            leftSection={<Icon name="search" size={16} />}
            rightSection={<Kbd size="xs">Ctrl K</Kbd>}
            aria-label={t('nav.jump')}
            onClick={() => {
              spotlight.open();
            }}
          >
            {t('nav.jump')}
          </Button>
          <div className={classes.topEnd}>
            {bell}
            <AccountMenu user={user} onLogout={onLogout} />
          </div>
        </header>
        <main id="content" tabIndex={-1} ref={main} className={classes.main}>
          <Outlet />
        </main>
      </div>
      <FindAnything items={items} />
    </div>
  );
}
