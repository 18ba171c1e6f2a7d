import { Stack, Table, Text } from '@mantine/core';
import type { CorrectionPreviewDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber, formatPeriod } from '../lib/format';
import { Money } from './money';
import { WideTable } from './wide-table';

type Figures = CorrectionPreviewDto['items'][number]['before'];

const total = (figures: Figures) => figures.water_amount + figures.fixed_amount + (figures.other_amount ?? 0);

/** What a correction would do to each bill: before it is asked for, for whoever decides, and on its paper. */
export function CorrectionEffect({ effect }: { effect: CorrectionPreviewDto }) {
  const { t } = useTranslation();
  // What is no water has no usage; a column of dashes would push the figures off a telephone.
  const ofWater = effect.items.some((item) => item.before.other_amount === undefined);
  const columns = ofWater ? 3 : 2;
  const penalty = effect.items.reduce((sum, item) => sum + item.penalty, 0);
  return (
    <Stack gap="xs" role="region" aria-label={t('correction.title')}>
      <WideTable label={t('correction.title')} minWidth={ofWater ? 420 : 280} cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('correction.month')}</Table.Th>
            {ofWater && <Table.Th ta="right">{t('correction.usage')}</Table.Th>}
            <Table.Th ta="right">{t('correction.amount')}</Table.Th>
            <Table.Th ta="right">{t('correction.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {effect.items.map((item) => (
            <Table.Tr key={item.bill_id}>
              <Table.Td>
                {formatPeriod(item.period)}
                <Text size="xs" c="dimmed">
                  {t(`correction.way.${item.way}`)}
                </Text>
              </Table.Td>
              {ofWater && (
                <Table.Td ta="right">
                  {item.before.other_amount === undefined
                    ? `${t('correction.from', {
                        before: formatNumber(item.before.usage_m3),
                        after: formatNumber(item.after.usage_m3),
                      })} m³`
                    : '—'}
                </Table.Td>
              )}
              <Table.Td ta="right">
                <Text size="xs" c="dimmed" td="line-through">
                  {formatMoney(total(item.before))}
                </Text>
                <Money amount={total(item.after)} />
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={total(item.after) - total(item.before)} />
              </Table.Td>
            </Table.Tr>
          ))}
          {penalty !== 0 && (
            <Table.Tr>
              <Table.Td colSpan={columns}>
                {t(penalty < 0 ? 'correction.penalty' : 'correction.penaltyAgain')}
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={penalty} />
              </Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={columns}>{t('correction.total')}</Table.Th>
            <Table.Th ta="right">
              <Money amount={effect.difference} />
            </Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </WideTable>
      {effect.settled !== 0 && (
        <Text size="sm">
          {t(effect.settled < 0 ? 'correction.credit' : 'correction.later', {
            amount: formatMoney(Math.abs(effect.settled)),
          })}{' '}
          {t('correction.stays')}
        </Text>
      )}
    </Stack>
  );
}
