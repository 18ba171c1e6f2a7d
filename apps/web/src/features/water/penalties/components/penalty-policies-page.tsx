import { Anchor, Badge, Button } from '@mantine/core';
import type { PenaltyPolicyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { usePermission } from '../../../../lib/use-permission';
import { useRuleText, useValidity } from './policy-words';

function State({ policy }: { policy: PenaltyPolicyDto }) {
  const { t } = useTranslation('penalties');
  const name = policy.status === 'APPROVED' ? (policy.active ? 'ACTIVE' : 'OFF') : policy.status;
  const color = { ACTIVE: 'teal', OFF: 'gray', PENDING: 'yellow', REJECTED: 'red', WITHDRAWN: 'gray' }[name];
  const badge = (
    <Badge variant="light" color={color} tt="none">
      {t(`state.${name}`)}
    </Badge>
  );
  return policy.pending_approval_id === null ? (
    badge
  ) : (
    <>
      {badge}{' '}
      <Anchor component={Link} to={`/approvals?detail=${String(policy.pending_approval_id)}`} size="sm">
        {t('request')}
      </Anchor>
    </>
  );
}

function useColumns(): ColumnsOf<'listPenaltyPolicies'> {
  const { t } = useTranslation('penalties');
  const rule = useRuleText();
  const validity = useValidity();
  return [
    {
      key: 'name',
      locked: true,
      render: (row) => row.name,
    },
    { key: 'rule', render: rule },
    { key: 'valid_from', render: validity },
    {
      key: 'tariffs',
      render: (row) => row.tariff_codes?.join(', ') ?? t('everyCategory'),
    },
    { key: 'legal_basis', optional: true, render: (row) => row.legal_basis ?? '—' },
    { key: 'state', render: (row) => <State policy={row} /> },
  ];
}

export function PenaltyPoliciesPage() {
  const { t } = useTranslation('penalties');
  const { t: common } = useTranslation();
  const list = useList('listPenaltyPolicies');
  const may = usePermission('penalty.manage');
  const propose = may && (
    <Button component={Link} to="/penalties/propose" leftSection={<Icon name="plus" size={16} />}>
      {t('propose')}
    </Button>
  );
  return (
    <ListPage
      name="penalties"
      title={t('title')}
      hint={t('hint')}
      actions={propose}
      list={list}
      columns={useColumns()}
      filters={{
        active: {
          label: common('word.status'),
          text: (value) => t(value === 'true' ? 'state.ACTIVE' : 'state.OFF'),
        },
        mode: { label: t('form.mode'), text: (value) => t(`mode.${value}`) },
      }}
      searchPlaceholder={t('search')}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: propose }}
    />
  );
}
