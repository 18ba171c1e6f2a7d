import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { Icon } from '../../../../components/icon';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { StatusBadge } from '../../../../components/status-badge';
import { formatMomentShort } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { FeesPanel } from './fees-panel';
import { LineDetail } from './line-detail';
import { PasteDialog } from './paste-dialog';
import { PriceDialog, type PriceTask } from './price-dialog';
import { serviceName } from '../../../../lib/service-name';

function useColumns(): ColumnsOf<'listPpobPriceLines'> {
  const { t } = useTranslation('ppob-prices');
  const amount = (value: number | null) => (value === null ? t('bySupplier') : <Money amount={value} />);
  return [
    {
      key: 'service_code',
      locked: true,
      render: (row) => serviceName(row.service_code),
    },
    { key: 'variant', render: (row) => (row.variant === '' ? '—' : row.variant) },
    { key: 'price', align: 'right', render: (row) => amount(row.price) },
    { key: 'cost', align: 'right', render: (row) => amount(row.cost) },
    {
      key: 'margin',
      align: 'right',
      render: (row) => (row.margin === null ? '—' : <Money amount={row.margin} />),
    },
    {
      key: 'state',
      render: (row) => <StatusBadge kind="priceLine" state={row.state} />,
    },
    { key: 'effective_from', render: (row) => formatMomentShort(row.effective_from) },
    {
      key: 'effective_to',
      optional: true,
      render: (row) => (row.effective_to === null ? '—' : formatMomentShort(row.effective_to)),
    },
    { key: 'sku', optional: true, render: (row) => row.sku },
  ];
}

export function PricesPage() {
  const { t } = useTranslation('ppob-prices');
  const { t: common } = useTranslation();
  const list = useList('listPpobPriceLines');
  const mayManage = usePermission('ppob.manage');
  const [fees, { toggle }] = useDisclosure(false);
  const [pasting, paste] = useDisclosure(false);
  const [task, setTask] = useState<PriceTask | null>(null);
  return (
    <>
      <ListPage
        name="ppob-prices"
        title={t('title')}
        hint={t('hint')}
        actions={
          <>
            <Button variant="default" aria-expanded={fees} onClick={toggle}>
              {t('fees')}
            </Button>
            {mayManage && (
              <Button variant="default" onClick={paste.open}>
                {t('paste.open')}
              </Button>
            )}
            {mayManage && (
              <Button
                leftSection={<Icon name="plus" size={16} />}
                onClick={() => {
                  setTask({ kind: 'OFFER', service: 'PULSA', line: null });
                }}
              >
                {t('newOffer')}
              </Button>
            )}
          </>
        }
        summary={
          fees && (
            <FeesPanel
              onChange={
                mayManage
                  ? (service, fee) => {
                      setTask({ kind: 'FEE', service, fee });
                    }
                  : null
              }
            />
          )
        }
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('search')}
        filters={{
          service_code: {
            label: t('service'),
            text: serviceName,
          },
          state: {
            label: common('word.status'),
            text: (value) => common(`status.priceLine.${value}` as 'status.priceLine.PLANNED'),
          },
        }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('empty'), hint: t('emptyHint') }}
      />
      <DetailDrawer title={t('line')}>
        {(id) => {
          const line = list.answer.data?.data.find((row) => row.id === id);
          return line && <LineDetail line={line} onTask={setTask} />;
        }}
      </DetailDrawer>
      {pasting && <PasteDialog onClose={paste.close} />}
      {task !== null && (
        <PriceDialog
          task={task}
          onClose={() => {
            setTask(null);
          }}
        />
      )}
    </>
  );
}
