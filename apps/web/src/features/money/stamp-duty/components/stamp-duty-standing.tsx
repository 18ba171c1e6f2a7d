import { Alert, Anchor, Stack, Table, Text } from '@mantine/core';
import type { StampDutyDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { Fields, Panel } from '../../../../components/page/panel';
import { formatPeriod } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { useOpenRequests } from '../api/stamp-duty-api';

function Waiting() {
  const { t } = useTranslation('stamp-duty');
  const open = useOpenRequests(usePermission('approval.read'));
  if (open.data === undefined || open.data.length === 0) return null;
  return (
    <Alert color="blue" variant="light" icon={<Icon name="clock" />} title={t('waiting')}>
      {open.data.map(({ id, summary }) => (
        <Text size="sm" key={id}>
          {summary}
        </Text>
      ))}
      <Anchor component={Link} size="sm" to="/approvals">
        {t('seeApprovals')}
      </Anchor>
    </Alert>
  );
}

/** What receipts bore and the state has not got yet, and what moved in which month. */
export function StampDutyStanding({ duty: { owed, months } }: { duty: StampDutyDto }) {
  const { t } = useTranslation('stamp-duty');
  return (
    <Stack>
      <Waiting />
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
