import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { PpobPriceDto, PpobServiceDto } from '@tirtapay/api-client';
import { readCustomerName, readField, type PpobFieldKind, type ReadField } from '@tirtapay/domain';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n';
import { formatMoney } from '../../lib/format';
import { TypedSelect } from '../form/typed-select';
import { useFormAction } from '../form/use-form-action';
import { ProblemPanel } from '../page/problem-panel';
import { offersFor, operatorOf, type Filled } from './offers';
import { quote, type PpobBody } from './ppob-api';
import type { PpobItem } from './ppob-item';

interface ItemFieldsProps {
  service: PpobServiceDto;
  prices: readonly PpobPriceDto[];
  /** What was filled in before, when somebody comes back to change it. */
  before: Filled;
  onQuoted: (item: PpobItem, filled: Filled) => void;
  onBack: () => void;
}

type ServiceField = PpobServiceDto['fields'][number];

/** What is sent for what was typed: an amount is a number, all else is text. */
function valueOf({ kind }: ServiceField, typed: string): string | number {
  return kind === 'NOMINAL' ? Number(typed) : typed;
}

const problemOf = (read: ReadField): string | null =>
  read.ok ? null : read.problem.words[currentLanguage()];

/** What kinds of field look like; what they take is the law of the domain. */
const EXAMPLES: Partial<Record<string, string>> = {
  NOP: '32.75.080.012.001-1234.0',
  PLN_METER: '12345678901',
  MOBILE: '0812 3456 7890',
  MONTH: '10-2025',
};

/** The fields of a service as the server describes them; what is offered comes from its price list. */
export function ItemFields({ service, prices, before, onQuoted, onBack }: ItemFieldsProps) {
  const { t } = useTranslation('ppob');
  const { t: common } = useTranslation();
  const form = useForm<Record<string, string>>({
    initialValues: {
      customer_name: '',
      ...Object.fromEntries(service.fields.map(({ name }) => [name, ''])),
      ...before,
    },
    // In the order of the form: the cursor goes to the first that is wrong.
    validate: (filled) =>
      Object.fromEntries<string | null>([
        ...service.fields.map((field): [string, string | null] => [
          field.name,
          filled[field.name] === ''
            ? common('form.required')
            : problemOf(readField(field.kind as PpobFieldKind, valueOf(field, filled[field.name] ?? ''))),
        ]),
        ['customer_name', problemOf(readCustomerName(filled.customer_name))],
      ]),
  });
  const { action, sending } = useFormAction(form, {
    perform: (body: PpobBody) => quote(body),
    onSuccess: (answer, body) => {
      onQuoted({ key: crypto.randomUUID(), body, quote: answer }, form.values);
    },
    asks: (filled) => ({
      service_code: service.service_code,
      customer_name: filled.customer_name ?? '',
      ...Object.fromEntries(
        service.fields.map((field) => [field.name, valueOf(field, filled[field.name] ?? '')]),
      ),
    }),
  });
  const set = (name: string, value: string) => {
    form.setFieldValue(name, value);
    // What was chosen from an offer that the earlier field no longer makes is chosen anew.
    const filled = { ...form.values, [name]: value };
    for (const field of service.fields) {
      const offered = field.name === name ? null : offersFor(service, prices, field.name, filled);
      const chosen = filled[field.name] ?? '';
      if (offered !== null && chosen !== '' && !offered.includes(chosen)) form.setFieldValue(field.name, '');
    }
  };
  return (
    <form
      noValidate
      onSubmit={sending.onSubmit}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onBack();
      }}
    >
      <Stack gap="sm">
        <Text fw={650}>{service.name}</Text>
        {service.fields.map((field, index) => (
          <ItemField
            key={field.name}
            field={field}
            offered={offersFor(service, prices, field.name, form.values)}
            operator={field.kind === 'MOBILE' ? operatorOf(form.values) : ''}
            first={index === 0}
            input={form.getInputProps(field.name) as FieldInput}
            onChange={(value) => {
              set(field.name, value);
            }}
          />
        ))}
        <TextInput
          label={t('form.customerName')}
          description={t('form.customerNameHint')}
          maxLength={100}
          autoComplete="off"
          key={form.key('customer_name')}
          {...form.getInputProps('customer_name')}
        />
        {action.isError && <ProblemPanel error={action.error} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={action.isPending}>
            {t('form.otherService')}
          </Button>
          <Button type="submit" loading={action.isPending}>
            {t('form.inquire')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the form gives a field; `data-path` is how the cursor finds it when the server objects. */
interface FieldInput {
  value?: string;
  error?: ReactNode;
  'data-path'?: string;
}

interface ItemFieldProps {
  field: ServiceField;
  offered: string[] | null;
  operator: string;
  first: boolean;
  input: FieldInput;
  onChange: (value: string) => void;
}

function ItemField({ field, offered, operator, first, input, onChange }: ItemFieldProps) {
  const { t } = useTranslation('ppob');
  const shared = {
    label: field.label,
    error: input.error,
    'data-path': input['data-path'],
    ...(first && { autoFocus: true }),
  };
  if (offered !== null)
    return (
      <TypedSelect
        {...shared}
        data={offered.map((value) => ({
          value,
          label: field.kind === 'NOMINAL' ? formatMoney(Number(value)) : value,
        }))}
        nothingFoundMessage={t('form.notOffered')}
        placeholder={offered.length === 0 ? t('form.fillAbove') : undefined}
        disabled={offered.length === 0}
        value={input.value === '' ? null : (input.value ?? null)}
        onChange={(value) => {
          onChange(value ?? '');
        }}
      />
    );
  const example = EXAMPLES[field.kind];
  return (
    <TextInput
      {...shared}
      description={operator === '' ? undefined : t('form.operator', { operator })}
      placeholder={example}
      autoComplete="off"
      maxLength={200}
      inputMode={field.kind === 'MOBILE' || field.kind === 'PLN_METER' ? 'numeric' : 'text'}
      value={input.value ?? ''}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
