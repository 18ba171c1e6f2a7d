import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import type { CustomerDto } from '@tirtapay/api-client';
import { useTariffs } from '../../../../lib/reference-data';
import { valuesOf } from './customer-form';
import type { CustomerValues } from './customer-form';

interface ConflictNoticeProps {
  mine: CustomerValues;
  theirs: CustomerDto;
  onKeep: () => void;
  onTake: () => void;
}

const FIELDS = ['name', 'address', 'phone', 'email', 'tariff_id'] as const;

/** Two people saved the same customer: both versions side by side, and the person decides. */
export function ConflictNotice({ mine, theirs, onKeep, onTake }: ConflictNoticeProps) {
  const { t } = useTranslation('customers');
  const { t: common } = useTranslation();
  const tariffs = useTariffs();
  const latest = valuesOf(theirs);
  const shown = (field: (typeof FIELDS)[number], value: string | null) =>
    field === 'tariff_id' ? (tariffs.data?.find((row) => String(row.id) === value)?.code ?? value) : value;
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<Icon name="warning" />}
      title={common('problem.conflictTitle')}
      role="alert"
    >
      <Text size="sm" mb="xs">
        {common('problem.conflictHint')}
      </Text>
      <Table fz="sm" mb="sm" aria-label={common('problem.conflictTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common('problem.conflictField')}</Table.Th>
            <Table.Th>{common('problem.conflictMine')}</Table.Th>
            <Table.Th>{common('problem.conflictTheirs')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {FIELDS.filter((field) => mine[field] !== latest[field]).map((field) => (
            <Table.Tr key={field}>
              <Table.Td>{t(`history.field.${field}`)}</Table.Td>
              <Table.Td>{shown(field, mine[field])}</Table.Td>
              <Table.Td>{shown(field, latest[field])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group>
        <Button size="xs" onClick={onKeep}>
          {common('problem.conflictKeep')}
        </Button>
        <Button size="xs" variant="default" onClick={onTake}>
          {common('problem.conflictTake')}
        </Button>
      </Group>
    </Alert>
  );
}
