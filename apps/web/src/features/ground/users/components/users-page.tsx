import { Button, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { TooFewDeciders } from '../../../../components/too-few-deciders';
import { formatMomentShort } from '../../../../lib/format';
import { EditUser } from './edit-user';
import { UserSessions } from './user-sessions';
import { NewUserDialog } from './new-user-dialog';

function useColumns(): ColumnsOf<'listUsers'> {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  return [
    { key: 'username', locked: true, render: (row) => row.username },
    { key: 'name', render: (row) => row.name },
    { key: 'role', render: (row) => common(`role.${row.role}`) },
    { key: 'email', optional: true, render: (row) => row.email ?? '—' },
    {
      key: 'last_login_at',
      render: (row) => (row.last_login_at === null ? t('never') : formatMomentShort(row.last_login_at)),
    },
    {
      key: 'created_at',
      optional: true,
      render: (row) => formatMomentShort(row.created_at),
    },
    { key: 'two_step', optional: true, render: (row) => t(row.two_step ? 'twoStepYes' : 'twoStepNo') },
    { key: 'active', render: (row) => t(row.active ? 'activeYes' : 'activeNo') },
  ];
}

export function UsersPage() {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  const list = useList('listUsers');
  const [adding, dialog] = useDisclosure(false);
  return (
    <>
      <ListPage
        name="users"
        title={t('title')}
        actions={
          <>
            <Button
              component={Link}
              to="/users/roles"
              variant="default"
              leftSection={<Icon name="key" size={16} />}
            >
              {t('roles.title')}
            </Button>
            <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
              {t('add')}
            </Button>
          </>
        }
        summary={<TooFewDeciders />}
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={{
          role: { label: t('role'), text: (value) => common(`role.${value}`) },
          active: {
            label: t('active'),
            text: (value) => (value === 'true' ? t('activeYes') : t('activeNo')),
          },
          two_step: {
            label: t('twoStep'),
            text: (value) => (value === 'true' ? t('twoStepYes') : t('twoStepNo')),
          },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty') }}
      />
      {adding && <NewUserDialog onClose={dialog.close} />}
      <DetailDrawer title={t('editTitle')}>
        {(id) => (
          <Stack>
            <EditUser id={id} />
            <UserSessions id={id} />
          </Stack>
        )}
      </DetailDrawer>
    </>
  );
}
