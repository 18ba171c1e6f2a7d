import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { formatDateShort } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { daysOf } from './waiver-state';
import { WaiverStateBadge } from './waiver-state-badge';
import { useTermsText } from './waiver-words';

function useColumns(): ColumnsOf<'listWaiverProgrammes'> {
  const terms = useTermsText();
  return [
    {
      key: 'name',
      locked: true,
      render: (row) => row.name,
    },
    { key: 'rule', render: terms },
    { key: 'state', render: (row) => <WaiverStateBadge programme={row} /> },
    { key: 'valid_from', render: (row) => formatDateShort(row.valid_from) },
    { key: 'valid_to', render: (row) => formatDateShort(daysOf(row)[1]) },
    {
      key: 'budget',
      align: 'right',
      render: (row) => (row.budget === null ? '—' : <Money amount={row.budget} />),
    },
    { key: 'reserved', align: 'right', render: (row) => <Money amount={row.reserved} /> },
    { key: 'legal_basis', optional: true, render: (row) => row.legal_basis ?? '—' },
  ];
}

export function WaiversPage() {
  const { t } = useTranslation('waivers');
  const { t: common } = useTranslation();
  const list = useList('listWaiverProgrammes');
  const may = usePermission('waiver.propose');
  const propose = may && (
    <Button component={Link} to="/waivers/propose" leftSection={<Icon name="plus" size={16} />}>
      {t('propose')}
    </Button>
  );
  return (
    <ListPage
      name="waivers"
      title={t('title')}
      hint={t('hint')}
      actions={propose}
      list={list}
      columns={useColumns()}
      filters={{ status: { label: common('word.status'), text: (value) => t(`decision.${value}`) } }}
      searchPlaceholder={t('search')}
      rowLink={(row) => `/waivers/${String(row.id)}`}
      empty={{ title: t('empty'), hint: t('emptyHint'), action: propose }}
    />
  );
}
