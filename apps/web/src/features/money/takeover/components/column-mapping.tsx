import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { TakeoverDetailDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TypedSelect } from '../../../../components/form/typed-select';
import { Panel } from '../../../../components/page/panel';
import { WideTable } from '../../../../components/wide-table';

interface ColumnMappingProps {
  taken: TakeoverDetailDto;
  busy: boolean;
  /** By place, '' for a column that is not taken. */
  onMapped: (columns: readonly string[]) => void;
}

/** What each column of the file is; what its title says is filled in. */
export function ColumnMapping({ taken, busy, onMapped }: ColumnMappingProps) {
  const { t } = useTranslation('takeover');
  const [fields, setFields] = useState(() => taken.columns.map(({ field }) => field ?? ''));
  const choices = taken.fields.map(({ field, title, needed }) => ({
    value: field,
    label: needed ? `${title} *` : title,
  }));
  return (
    <Panel title={t('columns.title')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('columns.hint')}
        </Text>
        <WideTable label={t('columns.title')} minWidth={640}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('columns.inFile')}</Table.Th>
              <Table.Th>{t('columns.example')}</Table.Th>
              <Table.Th>{t('columns.is')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {taken.columns.map(({ position, header, example }, at) => (
              <Table.Tr key={position}>
                <Table.Td>{header === '' ? t('columns.untitled', { position }) : header}</Table.Td>
                <Table.Td>{example}</Table.Td>
                <Table.Td miw={220}>
                  <TypedSelect
                    aria-label={t('columns.isOf', { header: header === '' ? String(position) : header })}
                    placeholder={t('columns.skip')}
                    clearable
                    data={choices}
                    value={fields[at] === '' ? null : (fields[at] ?? null)}
                    onChange={(value) => {
                      setFields(
                        fields.map((field, index) => {
                          if (index === at) return value ?? '';
                          // A field stands in one column.
                          return field === value ? '' : field;
                        }),
                      );
                    }}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </WideTable>
        <Group>
          <Button
            variant="default"
            loading={busy}
            onClick={() => {
              onMapped(fields);
            }}
          >
            {t('columns.again')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
