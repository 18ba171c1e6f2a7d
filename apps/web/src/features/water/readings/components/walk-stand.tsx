import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { TakenRoundDto, TakenStopDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { formatNumber } from '../../../../lib/format';
import { keepStand } from '../api/device-store';
import type { KeptStand, Reader } from '../api/device-store';
import type { StandEntry } from '../api/readings-api';
import { MeterReplaced } from './meter-replaced';
import { entryOf, isEstimated } from './stand-entry';
import { StandFields } from './stand-fields';
import type { Draft } from './walk-draft';
import { basisOf, usageHint } from './walk-law';

interface WalkStandProps {
  round: TakenRoundDto;
  stop: TakenStopDto;
  reader: Reader;
  /** What is kept of this house already, to be put right. */
  earlier: KeptStand | undefined;
  /** Of the page, so that it is still there after a look at the list, another house or a scan. */
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  onKept: (said: string) => Promise<void>;
  onLeave: () => void;
}

/** A stand is on the device before anything is sent: whatever becomes of the signal, it is not typed twice. */
export function WalkStand(props: WalkStandProps) {
  const { round, stop, reader, earlier, draft, onDraft, onKept, onLeave } = props;
  const { t } = useTranslation('readings');
  const { typed, note, photo } = draft;
  const basis = basisOf(stop, round);
  const entry = entryOf(basis, typed);
  const hint = usageHint(basis, typed);
  const keep = useMutation({
    mutationFn: (read: StandEntry) =>
      keepStand(
        {
          client_id: crypto.randomUUID(),
          by: reader,
          name: stop.name,
          entry: read,
          note: note.trim(),
          read_at: new Date().toISOString(),
          photo,
          reading_id: null,
          refusal: null,
        },
        earlier?.client_id,
      ),
    // It is being kept until the list knows of it: a second press would keep a second stand.
    onSuccess: () => onKept(t('walk.kept', { name: stop.name })),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (entry !== null && !keep.isPending) keep.mutate(entry);
      }}
    >
      <Stack>
        <Panel>
          <Group justify="space-between">
            <div>
              <Text fw={650} size="lg">
                {stop.name}
              </Text>
              <Text size="sm">{stop.address}</Text>
              <Text size="sm" c="dimmed">
                {stop.customer_number}
                {stop.meter_serial !== null && ` · ${stop.meter_serial}`}
              </Text>
              {stop.instruction !== null && (
                <Text size="sm" fw={600}>
                  {t('round.instruction', { note: stop.instruction })}
                </Text>
              )}
            </div>
            <Button variant="default" onClick={onLeave}>
              {t('walk.list')}
            </Button>
          </Group>
        </Panel>
        {stop.replacement !== null && <MeterReplaced replacement={stop.replacement} />}
        <Panel>
          <Stack>
            <StandFields
              basis={basis}
              typed={typed}
              onTyped={(value) => {
                onDraft({ typed: value });
              }}
              note={note}
              onNote={(value) => {
                onDraft({ note: value });
              }}
              photo={photo}
              onPhoto={(value) => {
                onDraft({ photo: value });
              }}
              photoWanted={isEstimated(typed.condition) || (hint !== null && hint.strange !== null)}
            />
            <div role="status">
              {hint !== null && (
                <Text size="sm" {...(hint.strange !== null && { fw: 600 })}>
                  {t(hint.strange === null ? 'walk.usage' : `walk.usage${hint.strange}`, {
                    usage: formatNumber(hint.usage),
                  })}
                </Text>
              )}
            </div>
            {keep.isError && (
              <Alert
                color="red"
                variant="light"
                icon={<Icon name="warning" />}
                title={t('walk.refused')}
                role="alert"
              >
                <Text size="sm">{t('walk.refusedHint')}</Text>
              </Alert>
            )}
            <Button type="submit" size="lg" disabled={entry === null} loading={keep.isPending}>
              {t('entry.save')}
            </Button>
          </Stack>
        </Panel>
      </Stack>
    </form>
  );
}
