import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { UsageBars } from '../../../../components/usage-bars';
import type { CustomerDto } from '@tirtapay/api-client';
import { formatDate, formatNumber } from '../../../../lib/format';
import { useUtility } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { useCustomerMeters, useCustomerUsage } from '../api/customers-api';
import { CorrectMeterDialog } from './correct-meter-dialog';
import { InstallMeterDialog } from './install-meter-dialog';
import { MeterHistory } from './meter-history';
import { ReplaceMeterDialog } from './replace-meter-dialog';

export function CustomerMeter({ customer }: { customer: CustomerDto }) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const usage = useCustomerUsage(customer.id);
  const utility = useUtility().data;
  const mayReplace = usePermission('customer.write');
  const [replacing, dialog] = useDisclosure(false);
  const [correcting, correction] = useDisclosure(false);
  const meters = useCustomerMeters(customer.id);
  const { meter } = customer;
  if (!meter)
    return (
      <Stack>
        <EmptyMessage icon="meter" title={t('meter.none')}>
          {mayReplace && customer.state === 'CALON' && (
            <Button mt="sm" onClick={dialog.open}>
              {t('meter.install')}
            </Button>
          )}
        </EmptyMessage>
        <Panel title={t('meter.history')}>
          <MeterHistory customerId={customer.id} />
        </Panel>
        {replacing && <InstallMeterDialog customer={customer} onClose={dialog.close} />}
      </Stack>
    );
  return (
    <Stack>
      <Split>
        <Panel
          title={t('tab.meter')}
          action={
            mayReplace &&
            customer.state !== 'NONAKTIF' && (
              <Group gap="xs">
                <Button size="xs" variant="default" onClick={correction.open} disabled={!meters.data}>
                  {t('meter.correct')}
                </Button>
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<Icon name="meter" size={14} />}
                  onClick={dialog.open}
                >
                  {t('meter.replace')}
                </Button>
              </Group>
            )
          }
        >
          <Fields
            rows={[
              { label: t('meter.serial'), value: meter.serial },
              { label: t('meter.digits'), value: meter.digits },
              { label: t('meter.size'), value: t('meter.sizeValue', { mm: meter.size_mm }) },
              {
                label: t('meter.installedOn'),
                value: formatDate(meter.installed_on),
              },
              {
                label: t('meter.installedStand'),
                value: common('word.cubic', { value: formatNumber(meter.installed_stand) }),
              },
            ]}
          />
        </Panel>
        <Panel title={t('meter.usage')}>
          {usage.isError && <ProblemPanel error={usage.error} onRetry={() => void usage.refetch()} />}
          {usage.isPending && <DetailSkeleton />}
          {usage.data?.length === 0 && (
            <Text c="dimmed" size="sm">
              {t('meter.noUsage')}
            </Text>
          )}
          {usage.data && usage.data.length > 0 && <UsageBars history={usage.data} />}
        </Panel>
      </Split>
      <Panel title={t('meter.history')}>
        <MeterHistory customerId={customer.id} />
      </Panel>
      {correcting && meters.data && (
        <CorrectMeterDialog
          customer={customer}
          meter={meter}
          before={meters.data.find(({ removed_on: gone }) => gone === meter.installed_on)}
          onClose={correction.close}
        />
      )}
      {replacing && utility && (
        <ReplaceMeterDialog
          customer={customer}
          meter={meter}
          today={utility.business_date}
          zone={utility.zone_label}
          onClose={dialog.close}
        />
      )}
    </Stack>
  );
}
