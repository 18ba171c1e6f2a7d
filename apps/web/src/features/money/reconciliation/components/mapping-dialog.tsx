import { Button, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { FileReadingDto } from '@tirtapay/api-client';
import { EMPTY_MAPPING, mappingProblems, SETTLEMENT_FIELDS } from '@tirtapay/domain';
import type { SettlementField, SettlementMapping } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useAction } from '../../../../lib/use-action';
import { saveMapping } from '../api/reconciliation-api';

interface MappingDialogProps {
  bankId: number;
  reading: FileReadingDto;
  onSaved: () => void;
}

function isField(value: string | null): value is SettlementField {
  return SETTLEMENT_FIELDS.some((field) => field === value);
}

/** Columns of one name are told apart by their order. */
function mappingOf(
  name: string,
  reading: FileReadingDto,
  fields: Record<number, string | null>,
): SettlementMapping {
  const seen = new Map<string, number>();
  const columns = reading.detected.columns.flatMap(({ position, header }) => {
    const nth = (seen.get(header) ?? 0) + 1;
    seen.set(header, nth);
    const field = fields[position] ?? null;
    return isField(field) ? [{ field, ...(header === '' ? { position } : { header, nth }) }] : [];
  });
  return { ...EMPTY_MAPPING, name, columns };
}

/** Says for each column of a bank's file what it holds; the same name again is its next version. */
export function MappingDialog({ bankId, reading, onSaved }: MappingDialogProps) {
  const { t } = useTranslation('reconciliation');
  const [opened, { open, close }] = useDisclosure(false);
  const [name, setName] = useState('');
  const [fields, setFields] = useState<Record<number, string | null>>({});
  const [touched, setTouched] = useState(false);
  const mapping = mappingOf(name.trim(), reading, fields);
  const problems = mappingProblems(mapping);
  const save = useAction({
    perform: () => saveMapping({ bankId, mapping }),
    done: () => t('mapping.saved'),
    onSuccess: () => {
      close();
      onSaved();
    },
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setFields(
            Object.fromEntries(reading.detected.columns.map(({ position, field }) => [position, field])),
          );
          open();
        }}
      >
        {t('mapping.title')}
      </Button>
      <FormDialog
        opened={opened}
        onClose={close}
        title={t('mapping.title')}
        pending={save.isPending}
        error={save.isError ? save.error : undefined}
        onSubmit={(event) => {
          event.preventDefault();
          setTouched(true);
          if (problems.length === 0) save.run(undefined);
        }}
      >
        <Stack>
          <TextInput
            label={t('mapping.name')}
            description={t('mapping.nameHint')}
            withAsterisk
            maxLength={40}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
            error={
              touched && problems.some(({ problem }) => problem === 'NAME')
                ? t('mapping.problem.NAME')
                : undefined
            }
          />
          {reading.detected.columns.map((column) => (
            <Select
              key={column.position}
              label={column.header || t('mapping.column', { position: column.position })}
              description={column.example}
              placeholder={t('preview.ignored')}
              clearable
              data={SETTLEMENT_FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))}
              value={fields[column.position] ?? null}
              onChange={(value) => {
                setFields({ ...fields, [column.position]: value });
              }}
            />
          ))}
          {touched &&
            problems
              .filter(({ problem }) => problem !== 'NAME')
              .map(({ path, problem }) => (
                <Text key={`${path}-${problem}`} size="sm" c="red" role="alert">
                  {t(`mapping.problem.${problem}`)}
                </Text>
              ))}
        </Stack>
      </FormDialog>
    </>
  );
}
