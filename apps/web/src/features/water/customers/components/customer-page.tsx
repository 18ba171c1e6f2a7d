import { Button, Tabs, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { READ_STATES } from '@tirtapay/domain';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { CreditNotice } from '../../../../components/credit-notice';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { ApiProblem } from '../../../../lib/api-problem';
import type { CustomerDto } from '@tirtapay/api-client';
import { formatMoment, formatMoney } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useCustomer } from '../api/customers-api';
import { CustomerBills } from './customer-bills';
import { CustomerHistory } from './customer-history';
import { CustomerMeter } from './customer-meter';
import { CustomerPayments } from './customer-payments';
import { LegacyNumberDialog } from './legacy-number-dialog';
import { MoveAction } from './move-action';
import { StateActions } from './state-actions';

const TABS = ['profile', 'meter', 'bills', 'payments', 'history'] as const;

function Profile({ customer }: { customer: CustomerDto }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const mayWrite = usePermission('customer.write');
  const [changing, dialog] = useDisclosure(false);
  return (
    <Panel>
      {changing && <LegacyNumberDialog customer={customer} onClose={dialog.close} />}
      <Fields
        rows={[
          { label: common('word.customerNumber'), value: customer.customer_number },
          { label: t('legacy.number'), value: customer.legacy_number ?? '—' },
          { label: common('word.name'), value: customer.name },
          { label: common('word.address'), value: customer.address },
          { label: common('word.phone'), value: customer.phone ?? '—' },
          { label: common('word.email'), value: customer.email ?? '—' },
          { label: common('word.region'), value: `${customer.region.code} · ${customer.region.name}` },
          { label: common('word.route'), value: `${customer.route.code} · ${customer.route.name}` },
          { label: common('word.tariff'), value: `${customer.tariff.code} · ${customer.tariff.name}` },
          {
            label: t('openBills'),
            value:
              customer.open_bills === 0
                ? t('noOpenBills')
                : t('openBillsValue', {
                    count: customer.open_bills,
                    amount: formatMoney(customer.open_amount),
                  }),
          },
          { label: t('credit'), value: <Money amount={customer.credit_balance} /> },
          { label: t('registered'), value: formatMoment(customer.registered_at) },
          {
            label: t('activated'),
            value: customer.activated_at === null ? '—' : formatMoment(customer.activated_at),
          },
        ]}
      />
      {mayWrite && (
        <Button size="xs" variant="default" mt="md" onClick={dialog.open}>
          {t('legacy.change')}
        </Button>
      )}
    </Panel>
  );
}

export function CustomerPage() {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const id = Number(useParams().id);
  const query = useCustomer(id);
  const [tab, setTab] = useQueryState(
    'tab',
    parseAsStringLiteral(TABS).withDefault('profile').withOptions({ shallow: false }),
  );
  const mayWrite = usePermission('customer.write');
  const mayRecord = usePermission('reading.record');
  const mayBills = usePermission('bill.read');
  const mayPayments = usePermission('payment.read');
  if (query.isError && query.data === undefined) {
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  }
  if (!query.data) return <DetailSkeleton />;
  const customer = query.data;
  const shown = TABS.filter((name) =>
    name === 'bills' ? mayBills : name === 'payments' ? mayPayments : true,
  );
  return (
    <>
      <PageHeader
        title={customer.name}
        badge={<StatusBadge kind="customer" state={customer.state} />}
        hint={
          <Text span>
            {customer.customer_number} · {customer.address}
          </Text>
        }
        back={{ to: '/customers', label: t('title') }}
        actions={
          <>
            {mayRecord && READ_STATES.includes(customer.state) && (
              <Button
                component={Link}
                to={`/readings/new?customer=${customer.customer_number}`}
                variant="default"
                leftSection={<Icon name="meter" size={16} />}
              >
                {t('record')}
              </Button>
            )}
            {mayWrite && (
              <Button
                component={Link}
                to={`/customers/${String(id)}/edit`}
                variant="default"
                leftSection={<Icon name="edit" size={16} />}
              >
                {common('action.edit')}
              </Button>
            )}
            <MoveAction customer={customer} />
            <StateActions customer={customer} />
          </>
        }
      />
      <CreditNotice customerId={id} />
      <Tabs value={tab} onChange={(value) => void setTab(value as (typeof TABS)[number])} keepMounted={false}>
        <Tabs.List mb="md">
          {shown.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="profile">
          <Profile customer={customer} />
        </Tabs.Panel>
        <Tabs.Panel value="meter">
          <CustomerMeter customer={customer} />
        </Tabs.Panel>
        <Tabs.Panel value="bills">
          <CustomerBills customerId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="payments">
          <CustomerPayments customerId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <CustomerHistory customerId={id} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
