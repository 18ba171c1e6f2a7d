import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { usePermission } from '../../../../lib/use-permission';
import { PolicyState } from './policy-state';
import { useRuleText, useValidity } from './policy-words';

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
      render: (row) =>
        [
          row.tariff_codes?.join(', ') ?? t('everyCategory'),
          // Most are about water alone.
          ...(row.kinds.join() === 'WATER' ? [] : row.kinds.map((kind) => t(`kind.${kind}`))),
        ].join(' · '),
    },
    { key: 'legal_basis', optional: true, render: (row) => row.legal_basis ?? '—' },
    { key: 'state', render: (row) => <PolicyState policy={row} /> },
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
      actions={
        <>
          <Button component={Link} to="/reports/penalty-statistics" variant="default">
            {t('statistics')}
          </Button>
          <Button component={Link} to="/reports/penalties" variant="default">
            {t('recap')}
          </Button>
          {propose}
        </>
      }
      list={list}
      columns={useColumns()}
      filters={{
        active: {
          label: common('word.status'),
          text: (value) => t(value === 'true' ? 'state.ACTIVE' : 'state.OFF'),
        },
        mode: { label: t('form.mode'), text: (value) => t(`mode.${value}`) },
      }}
      rowLink={(row) => `/penalties/${String(row.id)}`}
      searchPlaceholder={t('search')}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: propose }}
    />
  );
}
