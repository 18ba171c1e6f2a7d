import { List, Select, Text, Textarea } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useForm } from '@mantine/form';
import { PPOB_SERVICE_CODES, PPOB_SERVICES, variantOf } from '@tirtapay/domain';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { serviceName } from '../../../../lib/service-name';
import { FormDialog } from '../../../../components/form/form-dialog';
import { ReasonField } from '../../../../components/form/reason-field';
import { ApiProblem } from '../../../../lib/api-problem';
import { namedFieldText } from '../../../../lib/field-words';
import { useAction } from '../../../../lib/use-action';
import { requestPrices, type ServiceCode } from '../api/prices-api';
import { pasteColumns, readPrices, type PasteProblem, type PastedOffer } from '../pasted/read-prices';

/** As many as the server takes at once. */
const MOST = 100;
const SHOWN_PROBLEMS = 5;

interface Values extends Record<string, unknown> {
  service: ServiceCode;
  rows: string;
  date: string | null;
  reason: string;
}

function columnsOf(service: ServiceCode) {
  const known = PPOB_SERVICES[service];
  return pasteColumns({ variants: variantOf(known).length > 0, billed: known.pricing.by === 'INQUIRY' });
}

function problemText(t: TFunction<'ppob-prices'>, problem: PasteProblem): string {
  switch (problem.kind) {
    case 'columns':
      return t('paste.columns', { count: problem.count });
    case 'number':
      return t('paste.number', { what: t(problem.column) });
    case 'twice':
      return t('paste.twice', { other: problem.other });
  }
}

/** What the server found wrong with one of the rows, told by the line it was pasted in. */
function refusedRows(error: Error | null, rows: readonly PastedOffer[]): { line: number; why: string }[] {
  if (!(error instanceof ApiProblem)) return [];
  return error.fieldErrors.flatMap((objection) => {
    const index = /^\/offered\/(\d+)/.exec(objection.pointer)?.[1];
    const row = index === undefined ? undefined : rows[Number(index)];
    return row === undefined ? [] : [{ line: row.line, why: namedFieldText({ ...objection, pointer: '' }) }];
  });
}

/** Many products of one service in one request: pasted, looked over line by line, decided by a second person at once. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ppob-prices');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: { service: 'PULSA', rows: '', date: null, reason: '' },
    validate: {
      rows: (text, { service }) => {
        const { rows, problems } = readPrices(text, columnsOf(service));
        if (rows.length > MOST) return t('paste.tooMany');
        if (problems.length > 0) return t('paste.fix');
        return rows.length === 0 ? t('paste.nothing') : null;
      },
      reason: (reason) => (reason.trim().length < 5 ? common('form.tooShort', { min: 5 }) : null),
    },
  });
  const { service } = form.values;
  const columns = columnsOf(service);
  const { rows, problems } = readPrices(form.values.rows, columns);
  const action = useAction({
    perform: ({ service: code, date, reason }: Values) =>
      requestPrices({
        code,
        body: {
          offered: rows.map(({ offer }) => offer),
          withdrawn: [],
          reason,
          ...(date !== null && { effective_date: date }),
        },
      }),
    done: () => t('asked'),
    onSuccess: onClose,
  });
  const wrong = [
    ...problems.map((problem) => ({ line: problem.line, why: problemText(t, problem) })),
    ...refusedRows(action.error, rows),
  ];
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('paste.title')}
      onSubmit={form.onSubmit((values) => {
        action.run(values);
      })}
      pending={action.isPending}
      error={action.error}
      submitLabel={t('ask')}
    >
      <Select
        label={t('service')}
        allowDeselect={false}
        data={PPOB_SERVICE_CODES.map((code) => ({ value: code, label: serviceName(code) }))}
        {...form.getInputProps('service')}
      />
      <Textarea
        label={t('paste.rows')}
        description={t('paste.hint', { columns: columns.map((column) => t(column)).join(' ; ') })}
        autosize
        minRows={5}
        maxRows={12}
        data-autofocus
        {...form.getInputProps('rows')}
      />
      {wrong.length > 0 && (
        <List size="sm" c="red.8" data-testid="paste-problems">
          {wrong.slice(0, SHOWN_PROBLEMS).map(({ line, why }) => (
            <List.Item key={`${String(line)} ${why}`}>{t('paste.bad', { line, why })}</List.Item>
          ))}
        </List>
      )}
      {wrong.length === 0 && rows.length > 0 && (
        <Text size="sm">{t('paste.found', { count: rows.length })}</Text>
      )}
      <DatePickerInput
        label={t('date')}
        description={t('dateHint')}
        valueFormat="D MMM YYYY"
        clearable
        {...form.getInputProps('date')}
      />
      <ReasonField form={form} hint={t('reasonHint')} />
    </FormDialog>
  );
}
