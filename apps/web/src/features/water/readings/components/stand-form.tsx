import { Alert, Button, Checkbox, Chip, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { CONDITION_CODES, READ_STATES } from '@tirtapay/domain';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { Icon } from '../../../../components/icon';
import { Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import type { ReadingContextDto, ReadingDto } from '@tirtapay/api-client';
import { formatDate, formatNumber } from '../../../../lib/format';
import { conditionText } from '../../../../lib/reading-words';
import { useAction } from '../../../../lib/use-action';
import { recordReading, useReadingPreview } from '../api/readings-api';
import type { StandEntry } from '../api/readings-api';
import { sendPhoto } from '../api/send-photo';
import { CustomerCard } from './customer-card';
import { NotRead } from './not-read';
import { Keypad } from './keypad';
import { PhotoLeft } from './photo-left';
import classes from './reading-entry.module.css';
import type { Typed } from './stand-entry';
import { entryOf, isEstimated, isLower, lowestStand, stageOf, standBefore, usualUse } from './stand-entry';
import { StandPhoto } from './stand-photo';
import { StandPreview } from './stand-preview';

interface StandFormProps {
  context: ReadingContextDto;
  /** With what there is to say of it. */
  onSaved: (said: string) => void;
  onLeave: () => void;
}

export function StandForm({ context, onSaved, onLeave }: StandFormProps) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState<Typed>({ stand: '', condition: 'NORMAL', rollover: false });
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<Blob | null>(null);
  const [stored, setStored] = useState<ReadingDto | null>(null);
  // One number per stand at the meter: a repeated click or a retry after a lost answer stores one reading.
  const [clientId] = useState(() => crypto.randomUUID());
  const stand = useRef<HTMLInputElement>(null);
  const digits = context.meter?.digits ?? 6;
  const estimated = isEstimated(typed.condition);
  const lower = isLower(context, typed);
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
  const usual = usualUse(context);
  const shown = entry === null ? undefined : preview.data;

  useEffect(() => {
    stand.current?.focus();
  }, []);

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
        {context.replacement !== null && (
          <Alert color="water" variant="light" icon={<Icon name="meter" />}>
            {t('entry.replaced', {
              date: formatDate(context.replacement.replaced_on),
              removed: formatNumber(context.replacement.removed_stand),
              installed: formatNumber(context.replacement.installed_stand),
            })}
          </Alert>
        )}
        <Split>
          <Panel>
            <Stack>
              <div className={classes.pair}>
                <div>
                  <Text size="xs" c="dimmed">
                    {t('entry.previous')}
                  </Text>
                  <Text fw={600}>{formatNumber(standBefore(context))}</Text>
                  {context.previous === null && (
                    <Text size="xs" c="dimmed">
                      {t('entry.previousNone')}
                    </Text>
                  )}
                </div>
                <div>
                  <Text size="xs" c="dimmed">
                    {t('entry.average')}
                  </Text>
                  <Text fw={600}>
                    {usual === null ? '—' : common('word.cubic', { value: formatNumber(usual) })}
                  </Text>
                </div>
              </div>
              {!estimated && (
                <>
                  <NumberField
                    ref={stand}
                    className={classes.stand}
                    label={t('entry.stand')}
                    description={t('entry.standHint', { digits })}
                    limits={{ max: 10 ** digits - 1 }}
                    value={typed.stand}
                    error={
                      lower && !typed.rollover
                        ? t('entry.lower', { previous: formatNumber(lowestStand(context)) })
                        : undefined
                    }
                    onChange={(value) => {
                      setTyped({ ...typed, stand: value });
                    }}
                  />
                  <Keypad
                    value={String(typed.stand)}
                    digits={digits}
                    onChange={(value) => {
                      setTyped({ ...typed, stand: value === '' ? '' : Number(value) });
                    }}
                  />
                </>
              )}
              {lower && (
                <Checkbox
                  label={t('entry.rollover')}
                  description={t('entry.rolloverHint', { max: formatNumber(10 ** digits - 1) })}
                  checked={typed.rollover}
                  onChange={(event) => {
                    setTyped({ ...typed, rollover: event.currentTarget.checked });
                  }}
                />
              )}
              <div role="group" aria-label={t('entry.condition')}>
                <Text size="sm" fw={500} mb={6}>
                  {t('entry.condition')}
                </Text>
                <Chip.Group
                  value={typed.condition}
                  onChange={(value) => {
                    setTyped({ ...typed, condition: value });
                  }}
                >
                  <Group gap={6}>
                    {CONDITION_CODES.map((code) => (
                      <Chip key={code} value={code} size="sm" variant="light">
                        {conditionText(code)}
                      </Chip>
                    ))}
                  </Group>
                </Chip.Group>
                {estimated && (
                  <Text size="sm" c="dimmed" mt="xs">
                    {t('entry.estimatedHint')}
                  </Text>
                )}
              </div>
              <StandPhoto
                photo={photo}
                wanted={estimated || (shown !== undefined && shown.anomalies.severity !== 'OK')}
                onChange={setPhoto}
              />
              <Textarea
                label={t('entry.note')}
                autosize
                minRows={1}
                maxLength={500}
                value={note}
                onChange={(event) => {
                  setNote(event.currentTarget.value);
                }}
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
