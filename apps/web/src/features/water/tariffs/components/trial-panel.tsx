import { Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Panel } from '../../../../components/page/panel';
import type { ProposeVersionBody, TariffVersionDto } from '@tirtapay/api-client';
import { formatMoney } from '../../../../lib/format';
import { numberIn } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { trialTotal } from './proposal';

interface TrialPanelProps {
  current: TariffVersionDto | null;
  proposal: ProposeVersionBody;
}

const MOST = 100_000;

const amount = (value: number | null): string => (value === null ? '—' : formatMoney(value));

/** What the proposal means for one household, before anybody signs it. */
export function TrialPanel({ current, proposal }: TrialPanelProps) {
  const { t } = useTranslation('tariffs');
  const [usage, setUsage] = useState<TypedNumber>(25);
  const typed = numberIn(usage);
  // NaN is what no tariff has a price for: the panel shows a dash.
  const trial = {
    usage: typed === null || typed > MOST ? NaN : typed,
    period: proposal.valid_from || '2026-01',
    meterSizeMm: 15,
  };
  const before = current && trialTotal(current, trial);
  const after = trialTotal(proposal, trial);
  return (
    <Panel title={t('propose.try')}>
      <Stack>
        <NumberField
          label={t('propose.tryUsage')}
          unit="m³"
          limits={{ max: MOST }}
          value={usage}
          onChange={setUsage}
        />
        <Table variant="vertical" aria-label={t('propose.try')} aria-live="polite">
          <Table.Tbody>
            <Table.Tr>
              <Table.Th>{t('propose.tryOld')}</Table.Th>
              <Table.Td ta="right">{amount(before)}</Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Th>{t('propose.tryNew')}</Table.Th>
              <Table.Td ta="right">
                <Text fw={700}>{amount(after)}</Text>
              </Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Th>{t('propose.tryDifference')}</Table.Th>
              <Table.Td ta="right">
                {amount(before === null || after === null ? null : after - before)}
              </Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
      </Stack>
    </Panel>
  );
}
