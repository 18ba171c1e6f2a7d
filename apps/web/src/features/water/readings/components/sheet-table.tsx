import { ActionIcon, Alert, Button, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import type { SheetRowDto } from '@tirtapay/api-client';
import { CONDITION_CODES, type ConditionCode } from '@tirtapay/domain';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { formatMoney, formatNumber } from '../../../../lib/format';
import { conditionText } from '../../../../lib/reading-words';
import classes from './round.module.css';
import { emptyRow, MOST_ROWS, pastedRows, withPasted, type RowFault, type SheetRow } from './sheet-rows';

interface SheetTableProps {
  rows: readonly SheetRow[];
  faults: ReadonlyMap<string, RowFault | null>;
  answers: ReadonlyMap<string, SheetRowDto>;
  onChange: (rows: readonly SheetRow[]) => void;
}

type Field = 'number' | 'stand' | 'note';

/** A sheet as spreadsheets have them: Enter and the arrows go up and down, Tab across, and a paste fills rows. */
export function SheetTable({ rows, faults, answers, onChange }: SheetTableProps) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const table = useRef<HTMLTableSectionElement>(null);
  const [left, setLeft] = useState(0);

  const cell = (index: number, field: Field) =>
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${field}-${String(index)}"]`);
  const set = (index: number, part: Partial<SheetRow>) => {
    const next = rows.map((row, at) => (at === index ? { ...row, ...part } : row));
    // There is always a next line to type in.
    onChange(index === rows.length - 1 && rows.length < MOST_ROWS ? [...next, emptyRow()] : next);
  };
  const walk = (event: KeyboardEvent, index: number, field: Field) => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const to = cell(index + step, field);
    to?.focus();
    to?.select();
  };
  const paste = (event: ClipboardEvent, index: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const { rows: next, left: over } = withPasted(rows, index, pastedRows(text));
    setLeft(over);
    onChange(next.length < MOST_ROWS ? [...next, emptyRow()] : next);
  };
  const input = (index: number, field: Field, label: string, inputMode: 'numeric' | 'text') => ({
    // Marked where it is typed: on a telephone the reason stands to the right of what is seen.
    error: field === wrongField(rows[index], faults, answers),
    'aria-label': t('sheet.cell', { label, row: index + 1 }),
    'data-cell': `${field}-${String(index)}`,
    autoComplete: 'off',
    inputMode,
    value: rows[index]?.[field] ?? '',
    onChange: (event: { currentTarget: HTMLInputElement }) => {
      set(index, { [field]: event.currentTarget.value });
    },
    onKeyDown: (event: KeyboardEvent) => {
      walk(event, index, field);
    },
    onPaste: (event: ClipboardEvent) => {
      paste(event, index);
    },
  });

  return (
    <>
      {left > 0 && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} role="alert">
          {t('sheet.cut', { count: left, most: formatNumber(MOST_ROWS) })}
        </Alert>
      )}
      <WideTable label={t('sheet.title')} minWidth={860} className={classes.sheet}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>#</Table.Th>
            <Table.Th>{t('entry.number')}</Table.Th>
            <Table.Th>{t('entry.stand')}</Table.Th>
            <Table.Th>{t('condition')}</Table.Th>
            <Table.Th>{common('word.note')}</Table.Th>
            <Table.Th>{t('sheet.result')}</Table.Th>
            <Table.Th aria-label={t('sheet.remove')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={table}>
          {rows.map((row, index) => (
            <Table.Tr key={row.id}>
              <Table.Td className={classes.place}>{index + 1}</Table.Td>
              <Table.Td w={170}>
                <TextInput {...input(index, 'number', t('entry.number'), 'numeric')} maxLength={40} />
              </Table.Td>
              <Table.Td w={110}>
                <TextInput {...input(index, 'stand', t('entry.stand'), 'numeric')} maxLength={20} />
              </Table.Td>
              <Table.Td w={170}>
                <NativeSelect
                  aria-label={t('sheet.cell', { label: t('condition'), row: index + 1 })}
                  data={CONDITION_CODES.map((code) => ({ value: code, label: conditionText(code) }))}
                  value={row.condition}
                  onChange={(event) => {
                    set(index, { condition: event.currentTarget.value as ConditionCode });
                  }}
                />
              </Table.Td>
              <Table.Td>
                <TextInput {...input(index, 'note', common('word.note'), 'text')} maxLength={500} />
              </Table.Td>
              <Table.Td w={220}>
                <Outcome fault={faults.get(row.id) ?? null} answer={answers.get(row.id)} />
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('sheet.removeRow', { row: index + 1 })}
                  onClick={() => {
                    onChange(rows.length === 1 ? [emptyRow()] : rows.filter((other) => other !== row));
                  }}
                >
                  <Icon name="close" size={16} />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {rows.length < MOST_ROWS && (
          <Table.Tfoot>
            <Table.Tr>
              <Table.Td colSpan={7}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => {
                    onChange([...rows, emptyRow()]);
                  }}
                >
                  {t('sheet.add')}
                </Button>
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        )}
      </WideTable>
    </>
  );
}

const OF_STAND: ReadonlySet<RowFault> = new Set(['stand', 'standMissing', 'standTooMuch']);

/** The field of a row to look at first; null while nothing is wrong with it. */
function wrongField(
  row: SheetRow | undefined,
  faults: SheetTableProps['faults'],
  answers: SheetTableProps['answers'],
): Field | null {
  const fault = row && faults.get(row.id);
  if (fault) return OF_STAND.has(fault) ? 'stand' : 'number';
  return row && answers.get(row.id)?.problem ? 'number' : null;
}

/** What the row would come to, or why it cannot be. */
function Outcome({ fault, answer }: { fault: RowFault | null; answer: SheetRowDto | undefined }) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  if (fault !== null)
    return (
      <Text size="sm" c="red">
        {t(`sheet.fault.${fault}`)}
      </Text>
    );
  if (answer === undefined) return null;
  if (answer.problem)
    return (
      <Text size="sm" c="red">
        {answer.problem.message}
      </Text>
    );
  return (
    <>
      <Text size="sm">
        {answer.name}
        {answer.usage_m3 !== null && `: ${formatNumber(answer.usage_m3)} m³`}
        {answer.quote_total !== null && `, ${formatMoney(answer.quote_total)}`}
      </Text>
      {answer.severity !== null && answer.severity !== 'OK' && (
        <>
          <StatusBadge kind="severity" state={answer.severity} />
          <Text size="xs" c="dimmed">
            {answer.reasons
              .map((reason) => common(`anomaly.${reason}` as 'anomaly.HIGH', { defaultValue: reason }))
              .join(', ')}
          </Text>
        </>
      )}
    </>
  );
}
