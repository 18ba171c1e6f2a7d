import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../../components/money';
import { PanelGrid } from '../../../../components/page/panel';
import type { TariffVersionDto } from '@tirtapay/api-client';
import { formatMoney, formatNumber } from '../../../../lib/format';

/** Blocks, fixed charges and minimum of one version. */
export function VersionFacts({ version }: { version: TariffVersionDto }) {
  const { t } = useTranslation('tariffs');
  const { minimum } = version;
  return (
    <PanelGrid min={300}>
      <Table aria-label={t('detail.blocks')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('detail.block')}</Table.Th>
            <Table.Th ta="right">{t('detail.rate')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {version.blocks.map((block) => (
            <Table.Tr key={block.lower_m3}>
              <Table.Td>
                {block.upper_m3 === null
                  ? t('detail.rangeOpen', { from: formatNumber(block.lower_m3) })
                  : t('detail.range', {
                      from: formatNumber(block.lower_m3 === 0 ? 0 : block.lower_m3 + 1),
                      to: formatNumber(block.upper_m3),
                    })}
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={block.rate} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <div>
        <Table aria-label={t('detail.fixed')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('detail.fixed')}</Table.Th>
              <Table.Th ta="right">{t('propose.chargeAmount')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {version.fixed_charges.length === 0 && (
              <Table.Tr>
                <Table.Td colSpan={2}>{t('detail.noFixed')}</Table.Td>
              </Table.Tr>
            )}
            {version.fixed_charges.map((charge) => (
              <Table.Tr key={`${charge.code}-${String(charge.meter_size_mm)}`}>
                <Table.Td>
                  {charge.label}
                  <Text span size="xs" c="dimmed">
                    {' · '}
                    {charge.meter_size_mm === null
                      ? t('detail.anySize')
                      : t('detail.size', { mm: charge.meter_size_mm })}
                  </Text>
                </Table.Td>
                <Table.Td ta="right">
                  <Money amount={charge.amount} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" mt="xs">
          {t('detail.minimum')}:{' '}
          {t(`detail.min.${minimum.kind}`, {
            value: minimum.kind === 'RUPIAH' ? formatMoney(minimum.value) : formatNumber(minimum.value),
          })}
        </Text>
        {version.charge_when_sealed && <Text size="sm">{t('detail.chargedWhenSealed')}</Text>}
      </div>
    </PanelGrid>
  );
}
