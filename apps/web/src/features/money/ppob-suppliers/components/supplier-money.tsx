import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { SupplierHealthDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { OpenRequests } from '../../../../components/open-requests';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMoment, formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { useOpenRequests } from '../../../../lib/use-open-requests';
import { usePermission } from '../../../../lib/use-permission';
import { askBalance } from '../api/suppliers-api';
import { PaymentDialog } from './payment-dialog';
import { TermsDialog } from './terms-dialog';

function Told({ told }: { told: SupplierHealthDto['told'] }) {
  const { t } = useTranslation('ppob-suppliers');
  if (told === null) return <>{t('neverTold')}</>;
  return (
    <>
      <Money amount={told.balance} />
      <Text size="xs" c="dimmed">
        {t('toldAt', { at: formatMoment(told.at) })}
        {told.gap === 0 && ` · ${t('agrees')}`}
      </Text>
    </>
  );
}

function Warnings({ supplier }: { supplier: SupplierHealthDto }) {
  const { t } = useTranslation('ppob-suppliers');
  const gap = supplier.told?.gap ?? 0;
  return (
    <>
      {supplier.low_since !== null && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('low.title')}>
          {t('low.body', { since: formatMoment(supplier.low_since) })}
        </Alert>
      )}
      {gap !== 0 && (
        <Alert color="red" variant="light" icon={<Icon name="warning" />} title={t('differs.title')}>
          {t(gap > 0 ? 'differs.more' : 'differs.less', { amount: formatMoney(Math.abs(gap)) })}
        </Alert>
      )}
    </>
  );
}

/** What a supplier holds of ours, what it says of that itself, and what we owe it. */
export function SupplierMoney({ supplier }: { supplier: SupplierHealthDto }) {
  const { t } = useTranslation('ppob-suppliers');
  const mayManage = usePermission('ppob.manage');
  const requests = useOpenRequests({ subjects: [`penyedia/${String(supplier.id)}`] });
  const [dialog, setDialog] = useState<'pay' | 'terms'>();
  const ask = useAction({ perform: askBalance, done: () => t('asked') });
  const close = () => {
    setDialog(undefined);
  };
  return (
    <Stack>
      <Warnings supplier={supplier} />
      <OpenRequests requests={requests.data} />
      <Fields
        rows={[
          { label: t('terms'), value: t(`termsOf.${supplier.terms}`) },
          { label: t('deposit'), value: <Money amount={supplier.balance} /> },
          { label: t('told'), value: <Told told={supplier.told} /> },
          { label: t('lowBalance'), value: <Money amount={supplier.low_balance} /> },
          { label: t('owed'), value: <Money amount={supplier.owed} /> },
        ]}
      />
      {ask.isError && <ProblemPanel error={ask.error} />}
      <Group>
        {mayManage && (
          <Button
            onClick={() => {
              setDialog('pay');
            }}
          >
            {t('pay.open')}
          </Button>
        )}
        <Button
          variant="default"
          loading={ask.isPending}
          onClick={() => {
            ask.run(supplier.id);
          }}
        >
          {t('askBalance')}
        </Button>
        <Button
          component={Link}
          variant="default"
          to={`/ppob/supplier-movements?supplier_id=${String(supplier.id)}`}
        >
          {t('statement')}
        </Button>
        {mayManage && (
          <Button
            variant="default"
            onClick={() => {
              setDialog('terms');
            }}
          >
            {t('change.open')}
          </Button>
        )}
      </Group>
      {dialog === 'pay' && <PaymentDialog supplier={supplier} onClose={close} />}
      {dialog === 'terms' && <TermsDialog supplier={supplier} onClose={close} />}
    </Stack>
  );
}
