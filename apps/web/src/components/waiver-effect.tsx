import { Alert, Stack, Table, Text } from '@mantine/core';
import type { WaiverEffectDto, WaiverGroupDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber, formatPercent } from '../lib/format';
import { Icon } from './icon';
import { Money } from './money';
import { Fields } from './page/panel';
import { WideTable } from './wide-table';

interface WaiverGroupsProps {
  label: string;
  groups: readonly { readonly name: string; readonly group: WaiverGroupDto }[];
}

/** Who paid and who did not, side by side. */
export function WaiverGroups({ label, groups }: WaiverGroupsProps) {
  const { t } = useTranslation();
  return (
    <WideTable label={label} minWidth={720} cards>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          <Table.Th ta="right">{t('waiverEffect.bills')}</Table.Th>
          <Table.Th ta="right">{t('waiverEffect.paid')}</Table.Th>
          <Table.Th ta="right">{t('waiverEffect.rate')}</Table.Th>
          <Table.Th ta="right">{t('waiverEffect.principal')}</Table.Th>
          <Table.Th ta="right">{t('waiverEffect.penalties')}</Table.Th>
          <Table.Th ta="right">{t('waiverEffect.waived')}</Table.Th>
          <Table.Th ta="right">{t('waiverEffect.planned')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map(({ name, group }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row">{name}</Table.Th>
            <Table.Td ta="right">{formatNumber(group.bills)}</Table.Td>
            <Table.Td ta="right">{formatNumber(group.paid_bills)}</Table.Td>
            <Table.Td ta="right">{group.bills === 0 ? '—' : formatPercent(group.rate / 10_000)}</Table.Td>
            <Table.Td ta="right">
              <Money amount={group.collected} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={group.penalties} />
            </Table.Td>
            <Table.Td ta="right">
              <Money amount={group.waived} />
            </Table.Td>
            <Table.Td ta="right">
              {formatNumber(group.planned_bills)}
              {group.planned_waived > 0 && (
                <Text size="xs" c="dimmed">
                  {t('waiverEffect.plannedWaived', { amount: formatMoney(group.planned_waived) })}
                </Text>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

/** What a programme would forgive and bring in, before it is proposed and again for whoever approves it. */
export function WaiverEffect({ effect }: { effect: WaiverEffectDto }) {
  const { t } = useTranslation();
  return (
    <Stack role="region" aria-label={t('waiverEffect.title')}>
      {effect.bills === 0 && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
          {t('waiverEffect.nobody')}
        </Alert>
      )}
      {effect.beyond_bills > 0 && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
          {t('waiverEffect.beyond', {
            count: effect.beyond_bills,
            amount: formatMoney(effect.beyond_amount),
          })}
        </Alert>
      )}
      <Fields
        rows={[
          {
            label: t('waiverEffect.who'),
            value: t('waiverEffect.whoValue', {
              customers: formatNumber(effect.customers),
              bills: formatNumber(effect.bills),
            }),
          },
          { label: t('waiverEffect.owed'), value: <Money amount={effect.principal} /> },
          { label: t('waiverEffect.penaltyNow'), value: <Money amount={effect.penalty} /> },
          { label: t('waiverEffect.reserved'), value: <Money amount={effect.reserved} /> },
          { label: t('waiverEffect.most'), value: <Money amount={effect.collected_most} /> },
          { label: t('waiverEffect.usual'), value: <Money amount={effect.collected_usual} /> },
        ]}
      />
      <WaiverGroups
        label={t('waiverEffect.before')}
        groups={[{ name: t('waiverEffect.before'), group: effect.before }]}
      />
      <Text size="xs" c="dimmed">
        {t('waiverEffect.hint')}
      </Text>
    </Stack>
  );
}
