import { Stack, Table, Text } from '@mantine/core';
import type { StampDutyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Money } from '../../../../components/money';
import { OpenRequests } from '../../../../components/open-requests';
import { Fields, Panel } from '../../../../components/page/panel';
import { formatPeriod } from '../../../../lib/format';
import { useOpenRequests } from '../../../../lib/use-open-requests';

/** What receipts bore and the state has not got yet, and what moved in which month. */
export function StampDutyStanding({ duty: { owed, months } }: { duty: StampDutyDto }) {
  const { t } = useTranslation('stamp-duty');
  const requests = useOpenRequests({ kind: 'stamp_duty_payment' });
  return (
    <Stack>
      <OpenRequests requests={requests.data} />
      <Panel title={t('standing')}>
        <Fields rows={[{ label: t('owed'), value: <Money amount={owed} /> }]} />
        {owed <= 0 && <Text size="sm">{t(owed === 0 ? 'nothingOwed' : 'tooMuch')}</Text>}
        {months.length > 0 && (
          <Text size="sm" c="dimmed" mt="xs">
            {t('monthsHint')}
          </Text>
        )}
        {months.length > 0 && (
          <Table.ScrollContainer minWidth={300}>
            <Table aria-label={t('standing')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('month')}</Table.Th>
                  <Table.Th ta="right">{t('collected')}</Table.Th>
                  <Table.Th ta="right">{t('handedOver')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {months.map(({ month, collected, handed_over: handedOver }) => (
                  <Table.Tr key={month}>
                    <Table.Td>{formatPeriod(month)}</Table.Td>
                    <Table.Td ta="right">
                      <Money amount={collected} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Money amount={handedOver} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Panel>
    </Stack>
  );
}
