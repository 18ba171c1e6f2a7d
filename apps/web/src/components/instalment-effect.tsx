import { Alert, Stack, Table } from '@mantine/core';
import type { PlanEffectDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatDateShort, formatMoney, formatNumber, formatPeriod } from '../lib/format';
import { Icon } from './icon';
import { Money } from './money';
import { Fields } from './page/panel';
import { WideTable } from './wide-table';

/** What a plan would replace and ask for, before it is asked for and again for whoever decides. */
export function InstalmentEffect({ effect }: { effect: PlanEffectDto }) {
  const { t } = useTranslation();
  return (
    <Stack role="region" aria-label={t('instalmentEffect.title')}>
      {effect.waiver_revocable > 0 && (
        <Alert color="blue" variant="light" icon={<Icon name="check" />}>
          {t('instalmentEffect.waivedHint', {
            amount: formatMoney(effect.waiver_revocable),
            programme: [
              ...new Set(
                effect.sources.flatMap((one) =>
                  one.waiver_revocable > 0 ? (one.waiver_programme ?? []) : [],
                ),
              ),
            ].join(', '),
          })}
        </Alert>
      )}
      {effect.waiver_lost > 0 && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
          {t('instalmentEffect.waiverLost', { amount: formatMoney(effect.waiver_lost) })}
        </Alert>
      )}
      <Fields
        rows={[
          { label: t('word.principal'), value: <Money amount={effect.principal} /> },
          { label: t('instalmentEffect.penalty'), value: <Money amount={effect.penalty} /> },
          ...(effect.waived === 0
            ? []
            : [{ label: t('instalmentEffect.waived'), value: <Money amount={effect.waived} /> }]),
          { label: t('word.total'), value: <Money amount={effect.total} /> },
          {
            label: t('instalmentEffect.grace'),
            value: t('instalmentEffect.days', { count: effect.grace_days }),
          },
          {
            label: t('instalmentEffect.latePolicy'),
            value: effect.late_policy ?? t('instalmentEffect.noLatePolicy'),
          },
        ]}
      />
      <WideTable label={t('instalmentEffect.instalments')} minWidth={260}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('instalmentEffect.instalment')}</Table.Th>
            <Table.Th>{t('word.dueDate')}</Table.Th>
            <Table.Th ta="right">{t('word.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {effect.instalments.map((one) => (
            <Table.Tr key={one.seq}>
              <Table.Td>
                {t('instalmentEffect.ofAll', {
                  seq: formatNumber(one.seq),
                  all: formatNumber(effect.instalments.length),
                })}
              </Table.Td>
              <Table.Td>{formatDateShort(one.due_date)}</Table.Td>
              <Table.Td ta="right">
                <Money amount={one.amount} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      <WideTable label={t('instalmentEffect.sources')} minWidth={260}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('instalmentEffect.sources')}</Table.Th>
            <Table.Th ta="right">{t('word.principal')}</Table.Th>
            <Table.Th ta="right">{t('word.penalty')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {effect.sources.map((one) => (
            <Table.Tr key={one.bill_id}>
              <Table.Td>{one.title ?? formatPeriod(one.period)}</Table.Td>
              <Table.Td ta="right">
                <Money amount={one.principal} />
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={one.penalty} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
    </Stack>
  );
}
