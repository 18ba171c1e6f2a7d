import { Table } from '@mantine/core';
import {
  hasPermission,
  isApprovalKind,
  isPlainPermission,
  PERMISSION_NAMES,
  PERMISSIONS,
  ROLES,
} from '@tirtapay/domain';
import type { Permission } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { Panel } from '../../../../components/page/panel';
import { currentLanguage } from '../../../../i18n';
import { WideTable } from '../../../../components/wide-table';

const DECIDE = 'approval.decide.';

/** What each role may do, from the same table the server asks. */
export function RolesPage() {
  const { t } = useTranslation('users');
  const { t: common } = useTranslation();
  const { t: approvals } = useTranslation('approvals');
  const name = (permission: Permission): string => {
    if (isPlainPermission(permission)) return PERMISSION_NAMES[permission][currentLanguage()];
    const kind = permission.slice(DECIDE.length);
    return t('roles.decides', { what: isApprovalKind(kind) ? approvals(`kinds.${kind}`) : kind });
  };
  return (
    <>
      <PageHeader
        title={t('roles.title')}
        hint={t('roles.hint')}
        back={{ to: '/users', label: t('title') }}
      />
      <Panel>
        <WideTable label={t('roles.title')} minWidth={900}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('roles.what')}</Table.Th>
              {ROLES.map((role) => (
                <Table.Th key={role}>{common(`role.${role}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {PERMISSIONS.map((permission) => (
              <Table.Tr key={permission}>
                <Table.Th scope="row" fw={400}>
                  {name(permission)}
                </Table.Th>
                {ROLES.map((role) => (
                  <Table.Td key={role}>
                    {hasPermission(role, permission) && (
                      <span role="img" aria-label={t('roles.yes')}>
                        <Icon name="check" size={16} />
                      </span>
                    )}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
      </Panel>
    </>
  );
}
