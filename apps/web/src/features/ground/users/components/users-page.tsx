import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ROLES } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { choiceCodec, flagCodec } from '../../../../components/list-page/list-codecs';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ListColumn } from '../../../../components/list-page/list-types';
import { useListState } from '../../../../components/list-page/use-list-state';
import { TooFewDeciders } from '../../../../components/too-few-deciders';
import type { UserDto } from '@tirtapay/api-client';
import { formatMomentShort } from '../../../../lib/format';
import { exportUsers, useUsers } from '../api/users-api';
import { EditUser } from './edit-user';
import { NewUserDialog } from './new-user-dialog';

const SPEC = {
  sortable: ['username', 'name', 'role', 'last_login_at', 'created_at'],
  filters: { role: choiceCodec(ROLES), active: flagCodec },
} as const;

function useColumns(): ListColumn<UserDto>[] {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  return [
    { key: 'username', title: t('username'), sortable: true, locked: true, render: (row) => row.username },
    { key: 'name', title: common('word.name'), sortable: true, render: (row) => row.name },
    { key: 'role', title: t('role'), sortable: true, render: (row) => common(`role.${row.role}`) },
    { key: 'email', title: common('word.email'), optional: true, render: (row) => row.email ?? '—' },
    {
      key: 'last_login_at',
      title: t('lastLogin'),
      sortable: true,
      render: (row) => (row.last_login_at === null ? t('never') : formatMomentShort(row.last_login_at)),
    },
    {
      key: 'created_at',
      title: t('createdAt'),
      sortable: true,
      optional: true,
      render: (row) => formatMomentShort(row.created_at),
    },
    { key: 'active', title: t('active'), render: (row) => t(row.active ? 'activeYes' : 'activeNo') },
  ];
}

export function UsersPage() {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  const list = useListState(SPEC);
  const query = useUsers(list.query);
  const [adding, dialog] = useDisclosure(false);
  return (
    <>
      <ListPage
        name="users"
        title={t('title')}
        actions={
          <Button leftSection={<Icon name="plus" size={16} />} onClick={dialog.open}>
            {t('add')}
          </Button>
        }
        summary={<TooFewDeciders />}
        list={list}
        query={query}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={[
          {
            kind: 'choice',
            name: 'role',
            label: t('role'),
            options: ROLES.map((value) => ({ value, label: common(`role.${value}`) })),
          },
          {
            kind: 'choice',
            name: 'active',
            label: t('active'),
            options: [
              { value: 'true', label: t('activeYes') },
              { value: 'false', label: t('activeNo') },
            ],
          },
        ]}
        rowLink={(row) => `?detail=${String(row.id)}`}
        rowId={(row) => row.id}
        exportCsv={exportUsers}
        empty={{ title: t('empty') }}
      />
      {adding && <NewUserDialog onClose={dialog.close} />}
      <DetailDrawer title={t('editTitle')}>{(id) => <EditUser id={id} />}</DetailDrawer>
    </>
  );
}
