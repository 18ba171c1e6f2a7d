import { Button, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { AdjustManyDto, DayDetailDto } from '@tirtapay/api-client';
import { SAFE_IN_BULK } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { reasonRule } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { adjustMany } from '../api/reconciliation-api';
import { useItemWords } from './item-words';

interface Values extends Record<string, unknown> {
  /** A type of difference and what is done about it. */
  what: string | null;
  reason: string;
}

const keyOf = ({ type, action }: (typeof SAFE_IN_BULK)[number]) => `${type}/${action}`;

/** One safe thing about all open rows of a type: first what it would be, then the request. The server decides again for every row. */
export function BulkAdjustment({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(day.statement);
  const [opened, { open, close }] = useDisclosure(false);
  const [preview, setPreview] = useState<AdjustManyDto | null>(null);
  const safe = SAFE_IN_BULK.filter(({ type }) =>
    day.sums.some((sum) => sum.type === type && sum.state === 'OPEN'),
  );
  const form = useForm<Values>({
    initialValues: { what: null, reason: '' },
    validate: {
      what: (value) => (value === null ? t('bulk.choose') : null),
      reason: (value) => reasonRule(10)(value),
    },
  });
  const end = () => {
    setPreview(null);
    form.reset();
    close();
  };
  const ask = useAction({
    perform: (previewed: boolean) => {
      const what = safe.find((one) => keyOf(one) === form.values.what);
      if (!what) throw new Error('nothing chosen');
      return adjustMany({
        id: day.id,
        body: { ...what, reason: form.values.reason.trim(), preview: !previewed },
      });
    },
    done: ({ approval_id: id }) => (id === null ? undefined : t('item.sent')),
    onSuccess: (answer) => {
      if (answer.approval_id === null) setPreview(answer);
      else end();
    },
  });
  if (safe.length === 0) return null;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('bulk.title')}
      </Button>
      <FormDialog
        opened={opened}
        onClose={end}
        title={t('bulk.title')}
        pending={ask.isPending}
        error={ask.isError ? ask.error : undefined}
        submitLabel={preview ? t('item.ask') : t('bulk.preview')}
        onSubmit={form.onSubmit(() => {
          ask.run(preview !== null);
        })}
      >
        <Stack>
          <Select
            label={t('bulk.what')}
            withAsterisk
            data={safe.map((one) => ({
              value: keyOf(one),
              label: `${words.type(one.type)}: ${words.action(one.action)}`,
            }))}
            {...form.getInputProps('what')}
            onChange={(value: string | null) => {
              form.setFieldValue('what', value);
              setPreview(null);
            }}
          />
          <ReasonField form={form} label={t('item.reason')} hint={null} />
          {preview && (
            <Text size="sm" role="status">
              {t('bulk.would', {
                count: preview.count,
                ours: formatMoney(preview.our_amount),
                bank: formatMoney(preview.bank_amount),
              })}
            </Text>
          )}
        </Stack>
      </FormDialog>
    </>
  );
}
