import { Alert, Stack, Table, Text } from '@mantine/core';
import type { PenaltyEffectDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber, formatPeriod } from '../lib/format';
import { Icon } from './icon';
import { Money } from './money';
import { Fields } from './page/panel';
import { WideTable } from './wide-table';

/** What a penalty policy would do, before it is proposed and again for whoever approves it. */
export function PenaltyEffect({ effect }: { effect: PenaltyEffectDto }) {
  const { t } = useTranslation();
  const { arrears } = effect;
  return (
    <Stack role="region" aria-label={t('penaltyEffect.title')}>
      {!effect.may_begin && effect.first_period !== null && (
        <Alert color="red" variant="light" icon={<Icon name="warning" />}>
          {t('penaltyEffect.tooEarly', { period: formatPeriod(effect.first_period) })}
        </Alert>
      )}
      <Fields
        rows={[
          { label: t('penaltyEffect.most'), value: <Money amount={effect.most_per_bill} /> },
          { label: t('penaltyEffect.ceiling'), value: <Money amount={effect.ceiling} /> },
          { label: t('penaltyEffect.drafts'), value: formatNumber(effect.drafts) },
        ]}
      />
      <WideTable label={t('penaltyEffect.example')} minWidth={300}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('penaltyEffect.daysLate')}</Table.Th>
            <Table.Th ta="right">{t('penaltyEffect.now')}</Table.Th>
            <Table.Th ta="right">{t('penaltyEffect.then')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {effect.examples.map((example) => (
            <Table.Tr key={example.days_late}>
              <Table.Td>{t('penaltyEffect.days', { count: example.days_late })}</Table.Td>
              <Table.Td ta="right">
                <Money amount={example.current} />
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={example.proposed} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <Text size="xs" c="dimmed">
        {t('penaltyEffect.exampleHint', { amount: formatMoney(effect.example_principal) })}
      </Text>
      <Text size="sm">
        {t('penaltyEffect.arrears', {
          count: arrears.bills,
          now: formatMoney(arrears.current),
          then: formatMoney(arrears.proposed),
          raised: formatNumber(arrears.raised),
          lowered: formatNumber(arrears.lowered),
        })}
        {arrears.limited && ` ${t('penaltyEffect.limited')}`}
      </Text>
      <Text size="xs" c="dimmed">
        {t('penaltyEffect.keeps')}
      </Text>
    </Stack>
  );
}
