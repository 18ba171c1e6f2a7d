import { Badge, Chip, Group, Text, TextInput, UnstyledButton } from '@mantine/core';
import type { TakenRoundDto, TakenStopDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { EmptyMessage } from '../../../../components/page/page-states';
import { StatusBadge } from '../../../../components/status-badge';
import { formatNumber } from '../../../../lib/format';
import type { KeptStand, Reader } from '../api/device-store';
import { isNamed, isOpen } from './round-order';
import classes from './round.module.css';
import { keptOf, mayPutRight } from './walk-law';

interface WalkStopsProps {
  round: TakenRoundDto;
  stands: readonly KeptStand[];
  reader: Reader;
  onStop: (stop: TakenStopDto) => void;
}

const SHOWN = ['open', 'done', 'all'] as const;
type Shown = (typeof SHOWN)[number];

const FITS: Readonly<Record<Shown, (stop: TakenStopDto) => boolean>> = {
  open: isOpen,
  done: (stop) => !isOpen(stop),
  all: () => true,
};

/** The houses of the route that was taken along; what was read and waits can still be put right. */
export function WalkStops({ round, stands, reader, onStop }: WalkStopsProps) {
  const { t } = useTranslation('readings');
  const [shown, setShown] = useState<Shown>('open');
  const [wanted, setWanted] = useState('');
  const stops = round.stops.filter(FITS[shown]).filter((stop) => isNamed(stop, wanted));
  return (
    <>
      <div role="group" aria-label={t('round.show')}>
        <Chip.Group
          value={shown}
          onChange={(value) => {
            setShown(SHOWN.find((one) => one === value) ?? 'open');
          }}
        >
          <Group gap={6}>
            {SHOWN.map((value) => (
              <Chip key={value} value={value} size="sm" variant="light">
                {`${t(`round.filter.${value}`)} ${formatNumber(round.stops.filter(FITS[value]).length)}`}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
      <TextInput
        aria-label={t('round.search')}
        placeholder={t('round.search')}
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
        }}
      />
      {round.cut && <Text size="sm">{t('round.cut')}</Text>}
      {stops.length === 0 ? (
        <EmptyMessage icon="check" title={t('round.none')} />
      ) : (
        <ol className={classes.stops} aria-label={t('round.stops')}>
          {stops.map((stop) => {
            const kept = keptOf(stands, stop, round);
            const fixed = !isOpen(stop) && (kept === undefined || !mayPutRight(kept, reader));
            return (
              <li key={stop.customer_id}>
                <UnstyledButton
                  className={classes.stop}
                  disabled={fixed}
                  onClick={() => {
                    onStop(stop);
                  }}
                >
                  <span className={classes.who}>
                    <Text fw={600} component="span">
                      {stop.name}
                    </Text>
                    <Text size="sm" component="span">
                      {stop.address}
                    </Text>
                    <Text size="sm" c="dimmed" component="span">
                      {stop.customer_number}
                      {stop.meter_serial !== null && ` · ${stop.meter_serial}`}
                    </Text>
                  </span>
                  <Group gap={6} className={classes.state}>
                    {kept !== undefined ? (
                      <Badge variant="light" color={kept.refusal === null ? 'yellow' : 'red'}>
                        {t(kept.refusal === null ? 'walk.state.waits' : 'walk.state.refused')}
                      </Badge>
                    ) : stop.state === 'UNREAD' ? (
                      <Icon name="right" size={18} />
                    ) : (
                      <StatusBadge kind="reading" state={stop.state} />
                    )}
                  </Group>
                </UnstyledButton>
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}
