import { Badge, Button, Group, Stack, Table, Text } from '@mantine/core';
import type { TakeoverDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WideTable } from '../../../../components/wide-table';
import { formatNumber } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { saveFindings, useFindings } from '../api/takeover-api';

/** Every row that is wrong, with its line and what probably was meant. */
export function FindingsTable({ taken }: { taken: TakeoverDetailDto }) {
  const { t } = useTranslation('takeover');
  const findings = useFindings(taken.id);
  const save = useAction({ perform: () => saveFindings(taken.id) });
  const rows = findings.data?.data ?? [];
  return (
    <Panel
      title={t('findings.title', { count: taken.findings_total })}
      action={
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="download" size={16} />}
          loading={save.isPending}
          onClick={() => {
            save.run(undefined);
          }}
        >
          {t('findings.save')}
        </Button>
      }
    >
      <Stack>
        <WideTable label={t('findings.title', { count: taken.findings_total })} minWidth={720} cards>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('findings.line')}</Table.Th>
              <Table.Th>{t('findings.column')}</Table.Th>
              <Table.Th>{t('findings.found')}</Table.Th>
              <Table.Th>{t('findings.why')}</Table.Th>
              <Table.Th>{t('findings.suggestion')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Td>{formatNumber(row.line)}</Table.Td>
                <Table.Td>{row.column}</Table.Td>
                <Table.Td>{row.found}</Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    {!row.refuses && (
                      <Badge variant="light" color="gray">
                        {t('findings.note')}
                      </Badge>
                    )}
                    <span>{row.message}</span>
                  </Group>
                </Table.Td>
                <Table.Td>{row.suggestion ?? '—'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
        {taken.findings_total > rows.length && (
          <Text size="sm" c="dimmed">
            {t('findings.more', { shown: formatNumber(rows.length) })}
          </Text>
        )}
        {save.isError && <ProblemPanel error={save.error} />}
      </Stack>
    </Panel>
  );
}
