import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { fetchFile } from '../api/reconciliation-api';

/** Where it was agreed, the bank itself is asked for the file of a day. */
export function FetchFile({ bankId }: { bankId: number }) {
  const { t } = useTranslation('reconciliation');
  const navigate = useNavigate();
  const [date, setDate] = useState('');
  const fetching = useAction({
    perform: () => fetchFile({ bankId, settlementDate: date }),
    done: ({ stored, known }) => {
      if (known) return t(stored ? 'upload.again' : 'upload.known');
      return t(stored ? 'upload.fetched' : 'upload.notFetched');
    },
    onSuccess: ({ reconciliation_id: id }) => {
      if (id !== null) void navigate(`/reconciliation/days/${String(id)}`);
    },
  });
  return (
    <Panel title={t('upload.fetch')}>
      <Stack maw={560}>
        <Text size="sm">{t('upload.fetchHint')}</Text>
        <TextInput
          type="date"
          label={t('upload.date')}
          value={date}
          onChange={(event) => {
            setDate(event.currentTarget.value);
          }}
        />
        <Group>
          <Button
            disabled={date === ''}
            loading={fetching.isPending}
            onClick={() => {
              fetching.run(undefined);
            }}
          >
            {t('upload.fetch')}
          </Button>
        </Group>
        {fetching.isError && <ProblemPanel error={fetching.error} />}
      </Stack>
    </Panel>
  );
}
