import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core';
import type { OpenMeterCheckDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatDate } from '../../../../lib/format';
import { numberIn, numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { shrinkPhoto } from '../../../../lib/shrink-photo';
import { useAction } from '../../../../lib/use-action';
import { reportCheck, useOpenChecks } from '../api/meter-checks-api';

const STAND = { min: 0, max: 999_999_999 };

/** Meters somebody doubts the bill of: go there, take the photo, type what it shows. */
export function MeterChecksPage() {
  const { t } = useTranslation('readings');
  const query = useOpenChecks();
  return (
    <>
      <PageHeader title={t('checks.title')} hint={t('checks.hint')} />
      {query.isPending ? (
        <DetailSkeleton />
      ) : query.data === undefined ? (
        <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Text c="dimmed">{t('checks.empty')}</Text>
      ) : (
        <Stack>
          {query.data.map((check) => (
            <Check key={check.id} check={check} />
          ))}
        </Stack>
      )}
    </>
  );
}

function Check({ check }: { check: OpenMeterCheckDto }) {
  const { t } = useTranslation('readings');
  const [stand, setStand] = useState<TypedNumber>('');
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const action = useAction({
    perform: async (seen: { stand: number; photo: File }) =>
      reportCheck({
        id: check.id,
        stand: seen.stand,
        note: note.trim(),
        photo: await shrinkPhoto(seen.photo),
      }),
    done: () => t('checks.sent'),
  });
  const send = () => {
    setTried(true);
    const seen = numberProblem(stand, STAND) === null ? numberIn(stand) : null;
    if (seen !== null && photo !== null) action.run({ stand: seen, photo });
  };
  return (
    <Panel title={check.customer_name}>
      <Stack gap="sm" maw={560}>
        <Text size="sm">
          {check.customer_number} · {check.address}
          {check.route_name !== null && ` · ${check.route_name}`}
        </Text>
        <Text size="sm">
          {t('checks.meter', { serial: check.meter_serial ?? '—' })} ·{' '}
          {t('checks.dueOn', { date: formatDate(check.due_on) })}
        </Text>
        <Text size="sm" fw={600}>
          {check.instruction}
        </Text>
        <Group gap="sm">
          <FileButton
            accept="image/jpeg,image/png,image/webp"
            capture="environment"
            inputProps={{ 'aria-label': t('checks.photoOf', { name: check.customer_name }) }}
            onChange={(chosen) => {
              setPhoto(chosen);
              action.reset();
            }}
          >
            {(props) => (
              <Button {...props} variant="default" size="md">
                {t(photo === null ? 'checks.takePhoto' : 'checks.photoTaken')}
              </Button>
            )}
          </FileButton>
          {tried && photo === null && (
            <Text size="sm" c="red" role="alert">
              {t('checks.photoMissing')}
            </Text>
          )}
        </Group>
        <NumberField
          size="md"
          label={t('checks.stand')}
          limits={STAND}
          value={stand}
          error={tried ? numberProblem(stand, STAND) : undefined}
          onChange={setStand}
        />
        <Textarea
          label={t('checks.note')}
          autosize
          minRows={1}
          maxLength={500}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value);
          }}
        />
        {action.isError && <ProblemPanel error={action.error} />}
        <Button size="md" onClick={send} loading={action.isPending}>
          {t('checks.send')}
        </Button>
      </Stack>
    </Panel>
  );
}
