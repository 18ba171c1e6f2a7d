import { Avatar, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { SignedInUserDto } from '@tirtapay/api-client';
import { ExportFilesDialog } from '../export-files/export-files-dialog';
import { Icon } from '../icon';
import classes from './admin-layout.module.css';
import { PreferenceItems } from './preference-items';

export function AccountMenu({ user, onLogout }: { user: SignedInUserDto; onLogout: () => void }) {
  const { t } = useTranslation();
  const [files, setFiles] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={240} shadow="md">
        <Menu.Target>
          <Button variant="subtle" color="gray" px={6} aria-label={`${t('nav.account')}: ${user.name}`}>
            <Avatar size={28} radius="xl" color="water" name={user.name} alt="" mr={8} />
            <span className={classes.accountName}>{user.name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {user.name} · {t(`role.${user.role}` as 'role.MANAJER', { defaultValue: user.role })}
          </Menu.Label>
          <Menu.Item component={Link} to="/account" leftSection={<Icon name="key" size={16} />}>
            {t('nav.sessions')}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="download" size={16} />}
            onClick={() => {
              setFiles(true);
            }}
          >
            {t('files.mine')}
          </Menu.Item>
          <Menu.Divider />
          <PreferenceItems />
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="logout" size={16} />} onClick={onLogout}>
            {t('nav.logout')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ExportFilesDialog
        opened={files}
        onClose={() => {
          setFiles(false);
        }}
      />
    </>
  );
}
