import { Anchor } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Fields, Panel } from '../../../../components/page/panel';
import { StatusBadge } from '../../../../components/status-badge';
import { channelName } from '../../../../lib/channel-name';
import { formatMoney, formatNumber } from '../../../../lib/format';
import { useUtility } from '../../../../lib/reference-data';

/** What was agreed with the bank, to be read. */
export function BankTerms({ bank, changeable = false }: { bank: BankDto; changeable?: boolean }) {
  const { t } = useTranslation('banks');
  const zone = useUtility().data?.zone_label ?? '';
  const { cutoff_start: start, cutoff_end: end } = bank;
  return (
    <Panel
      title={t('facts.title')}
      action={
        changeable && (
          <Anchor component={Link} to={`/banks/${String(bank.id)}/settings`} size="sm" underline="always">
            {t('facts.change')}
          </Anchor>
        )
      }
    >
      <Fields
        rows={[
          { label: t('facts.code'), value: bank.code },
          {
            label: t('facts.environment'),
            value: <StatusBadge kind="bankEnvironment" state={bank.environment} />,
          },
          { label: t('facts.fee'), value: formatMoney(bank.admin_fee) },
          { label: t('settings.qrisFee'), value: formatMoney(bank.qris_admin_fee) },
          {
            label: t('facts.rate'),
            value: t('facts.rateValue', { value: formatNumber(bank.rate_limit_per_second) }),
          },
          {
            label: t('facts.cutoff'),
            value:
              start === null || end === null
                ? t('facts.cutoffNone')
                : t('facts.cutoffValue', { start, end, zone }),
          },
          { label: t('facts.prefix'), value: bank.va_prefix ?? t('facts.prefixNone') },
          {
            label: t('facts.channels'),
            value: bank.channels.map(channelName).join(', '),
          },
          {
            label: t('facts.addresses'),
            value: bank.allowed_cidrs.length === 0 ? t('facts.addressesNone') : bank.allowed_cidrs.join(', '),
          },
        ]}
      />
    </Panel>
  );
}
