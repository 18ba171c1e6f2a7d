import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { READ_STATES } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { Icon } from '../../../../components/icon';
import { Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import type { ReadingContextDto, ReadingDto } from '@tirtapay/api-client';
import { formatNumber } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { recordReading, useReadingPreview } from '../api/readings-api';
import type { StandEntry } from '../api/readings-api';
import { sendPhoto } from '../api/send-photo';
import { CustomerCard } from './customer-card';
import { MeterReplaced } from './meter-replaced';
import { NotRead } from './not-read';
import { PhotoLeft } from './photo-left';
import type { Typed } from './stand-entry';
import { entryOf, isEstimated, stageOf } from './stand-entry';
import { StandFields } from './stand-fields';
import { StandPreview } from './stand-preview';

interface StandFormProps {
  context: ReadingContextDto;
  /** With what there is to say of it. */
  onSaved: (said: string) => void;
  onLeave: () => void;
}

export function StandForm({ context, onSaved, onLeave }: StandFormProps) {
  const { t } = useTranslation('readings');
  const [typed, setTyped] = useState<Typed>({ stand: '', condition: 'NORMAL', rollover: false });
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [stored, setStored] = useState<ReadingDto | null>(null);
  // One number per stand at the meter: a repeated click or a retry after a lost answer stores one reading.
  const [clientId] = useState(() => crypto.randomUUID());
  const entry = entryOf(context, typed);
  const [settled] = useDebouncedValue(entry, 250);
  const preview = useReadingPreview(entry === null ? null : settled);
  const action = useAction({
    perform: async (input: StandEntry) => {
      const reading = await recordReading({
        ...input,
        client_id: clientId,
        ...(note.trim() !== '' && { note: note.trim() }),
      });
      // From here the stand is safe, whatever becomes of its photo.
      if (photo !== null) setStored(reading);
      if (photo !== null) await sendPhoto(reading.id, photo);
      return reading;
    },
    // Said on the page, not popped up: on a telephone that would lie over the field of the next stand.
    onSuccess: (reading) => {
      onSaved(savedText(reading, photo !== null));
    },
  });
  const savedText = (reading: ReadingDto, withPhoto: boolean) =>
    t(withPhoto ? 'entry.savedWithPhoto' : 'entry.saved', {
      name: reading.customer.name,
      usage: formatNumber(reading.usage_m3),
    });
  const shown = entry === null ? undefined : preview.data;

  if (context.existing === null && !READ_STATES.includes(context.customer.state))
    return <NotRead customer={context.customer} onLeave={onLeave} />;
  const stage = stageOf(context, { stored, pending: action.isPending, error: action.error });
  if (stage === 'readAlready') {
    const { existing } = context;
    return (
      <>
        <CustomerCard customer={context.customer} onLeave={onLeave} />
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('entry.existing')}>
          <Group gap="sm">
            {existing && (
              <>
                <Text size="sm">
                  {t('entry.existingBody', {
                    stand: formatNumber(existing.current_stand),
                    usage: formatNumber(existing.usage_m3),
                    by: existing.read_by?.name ?? '—',
                  })}
                </Text>
                <StatusBadge kind="reading" state={existing.status} />
              </>
            )}
          </Group>
        </Alert>
      </>
    );
  }
  if (stage === 'photoLeft' && stored !== null && photo !== null && action.isError)
    return (
      <PhotoLeft
        reading={stored}
        photo={photo}
        error={action.error}
        onDone={(sent) => {
          onSaved(sent ? t('photo.stored') : savedText(stored, false));
        }}
      />
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (entry !== null) action.run(entry);
      }}
    >
      <UnsavedGuard dirty={(typed.stand !== '' || photo !== null) && !action.isSuccess} />
      <Stack>
        <CustomerCard customer={context.customer} onLeave={onLeave} />
        {context.existing?.status === 'REREAD' && (
          <Alert color="yellow" variant="light" icon={<Icon name="history" />}>
            {t('entry.existingReread', { note: context.existing.verification?.note ?? '—' })}
          </Alert>
        )}
        {context.replacement !== null && <MeterReplaced replacement={context.replacement} />}
        <Split>
          <Panel>
            <Stack>
              <StandFields
                basis={context}
                typed={typed}
                onTyped={setTyped}
                note={note}
                onNote={setNote}
                photo={photo}
                onPhoto={setPhoto}
                photoWanted={
                  isEstimated(typed.condition) || (shown !== undefined && shown.anomalies.severity !== 'OK')
                }
              />
              {action.isError && <ProblemPanel error={action.error} />}
              <Button type="submit" size="lg" disabled={entry === null} loading={action.isPending}>
                {t('entry.save')}
              </Button>
            </Stack>
          </Panel>
          <StandPreview
            context={context}
            shown={shown}
            busy={entry !== null && preview.isFetching}
            error={entry === null ? null : preview.error}
          />
        </Split>
      </Stack>
    </form>
  );
}
