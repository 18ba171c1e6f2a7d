import { Table } from '@mantine/core';
import type { ColumnChartProps } from './column-chart';

/** The values of a chart, as paper has them of one that nobody came near. */
export function ColumnValues({ groups, series, format }: ColumnChartProps) {
  return (
    <Table fz="xs" verticalSpacing={2}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          {series.map((name) => (
            <Table.Th key={name} ta="right">
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {groups.map((group) => (
          <Table.Tr key={group.key}>
            <Table.Td>{group.title}</Table.Td>
            {group.values.map((value, index) => (
              <Table.Td key={series[index]} ta="right">
                {format(value)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
