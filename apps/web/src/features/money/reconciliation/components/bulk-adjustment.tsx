import { Button, Select, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { AdjustManyDto, DayDetailDto } from '@tirtapay/api-client';
import { SAFE_IN_BULK } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { reasonRule } from '../../../../components/form/reason';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { adjustMany } from '../api/reconciliation-api';
import { useItemWords } from './item-words';

/** One safe thing about all open rows of a type: first what it would be, then the request. The server decides again for every row. */
export function BulkAdjustment({ day }: { day: DayDetailDto }) {
  const { t } = useTranslation('reconciliation');
  const words = useItemWords(day.statement);
  const [opened, { open, close }] = useDisclosure(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [touched, setTouched] = useState(false);
  const [preview, setPreview] = useState<AdjustManyDto | null>(null);
  const safe = SAFE_IN_BULK.filter(({ type }) =>
    day.sums.some((sum) => sum.type === type && sum.state === 'OPEN'),
  );
  const what = safe.find(({ type, action }) => `${type}/${action}` === chosen);
  const end = () => {
    setPreview(null);
    setChosen(null);
    setReason('');
    setTouched(false);
    close();
  };
  const ask = useAction({
    perform: (previewed: boolean) => {
      if (!what) throw new Error('nothing chosen');
      return adjustMany({ id: day.id, body: { ...what, reason: reason.trim(), preview: !previewed } });
    },
    done: ({ approval_id: id }) => (id === null ? undefined : t('item.sent')),
    onSuccess: (answer) => {
      if (answer.approval_id === null) setPreview(answer);
      else end();
    },
  });
  if (safe.length === 0) return null;
  const missing = reasonRule(10)(reason);
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
        onSubmit={(event) => {
          event.preventDefault();
          setTouched(true);
          if (what && missing === null) ask.run(preview !== null);
        }}
      >
        <Stack>
          <Select
            label={t('bulk.what')}
            withAsterisk
            data={safe.map(({ type, action }) => ({
              value: `${type}/${action}`,
              label: `${words.type(type)}: ${words.action(action)}`,
            }))}
            value={chosen}
            onChange={(value) => {
              setChosen(value);
              setPreview(null);
            }}
            error={touched && !what ? t('bulk.choose') : undefined}
          />
          <Textarea
            label={t('item.reason')}
            withAsterisk
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
            }}
            error={touched ? missing : undefined}
          />
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
