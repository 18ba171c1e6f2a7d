import { Badge, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { DetailDrawer } from '../../../../components/detail-drawer';
import { ListPage } from '../../../../components/list-page/list-page';
import type { ColumnsOf } from '../../../../components/list-page/list-types';
import { useList } from '../../../../components/list-page/use-list';
import { Money } from '../../../../components/money';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatDateShort } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useStampDuty } from '../api/stamp-duty-api';
import { PaymentDetail } from './payment-detail';
import { PaymentDialog } from './payment-dialog';
import { StampDutyStanding } from './stamp-duty-standing';

function useColumns(): ColumnsOf<'listStampDutyPayments'> {
  const { t } = useTranslation('stamp-duty');
  return [
    { key: 'business_date', locked: true, render: (row) => formatDateShort(row.business_date) },
    {
      key: 'reference',
      render: (row) => (
        <>
          {row.bank_reference}{' '}
          {(row.reversed || row.reverses_id !== null) && (
            <Badge size="xs" color="gray" variant="light">
              {row.reversed ? t('payment.reversed') : t('payment.back')}
            </Badge>
          )}
        </>
      ),
    },
    { key: 'amount', align: 'right', render: (row) => <Money amount={row.amount} /> },
  ];
}

/** Stamp duty that receipts bore: what is still owed to the state, and what was handed over. */
export function StampDutyPage() {
  const { t } = useTranslation('stamp-duty');
  const duty = useStampDuty();
  const mayManage = usePermission('reconciliation.manage');
  const [paying, { open, close }] = useDisclosure(false);
  const list = useList('listStampDutyPayments');
  return (
    <>
      <ListPage
        name="stamp-duty-payments"
        title={t('title')}
        hint={t('hint')}
        actions={
          mayManage &&
          duty.data !== undefined && (
            <Button onClick={open} disabled={duty.data.owed <= 0}>
              {t('pay.open')}
            </Button>
          )
        }
        summary={
          duty.data !== undefined ? (
            <StampDutyStanding duty={duty.data} />
          ) : (
            duty.isError && <ProblemPanel error={duty.error} />
          )
        }
        list={list}
        columns={useColumns()}
        searchPlaceholder={t('payment.search')}
        filters={{ from: { label: t('payment.from') }, to: { label: t('payment.until') } }}
        rowLink={(row) => `?detail=${String(row.id)}`}
        empty={{ title: t('payment.empty') }}
      />
      <DetailDrawer title={t('payment.title')}>
        {(id) => {
          const payment = list.answer.data?.data.find((row) => row.id === id);
          return payment && <PaymentDetail payment={payment} />;
        }}
      </DetailDrawer>
      {paying && duty.data !== undefined && <PaymentDialog owed={duty.data.owed} onClose={close} />}
    </>
  );
}
