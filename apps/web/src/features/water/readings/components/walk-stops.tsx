import { Badge, UnstyledButton } from '@mantine/core';
import type { TakenRoundDto, TakenStopDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptStand, Reader } from '../api/device-store';
import { isOpen } from './round-order';
import type { StopsShown } from './round-order';
import classes from './round.module.css';
import { StopList } from './stop-list';
import { StopRow } from './stop-row';
import { keptOf, mayPutRight } from './walk-law';

interface WalkStopsProps {
  round: TakenRoundDto;
  stands: readonly KeptStand[];
  reader: Reader;
  onStop: (stop: TakenStopDto) => void;
}

/** Who has to be seen again is among the open ones: the office says so at the house. */
const CHOICES = ['open', 'done', 'all'] as const;

/** The houses of the route that was taken along; what was read and waits can still be put right. */
export function WalkStops({ round, stands, reader, onStop }: WalkStopsProps) {
  const { t } = useTranslation('readings');
  const [shown, setShown] = useState<StopsShown>('open');
  return (
    <StopList
      stops={round.stops}
      cut={round.cut}
      choices={CHOICES}
      shown={shown}
      onShown={setShown}
      row={(stop) => {
        const kept = keptOf(stands, stop, round);
        return (
          <UnstyledButton
            className={classes.stop}
            disabled={!isOpen(stop) && (kept === undefined || !mayPutRight(kept, reader))}
            onClick={() => {
              onStop(stop);
            }}
          >
            <StopRow
              stop={stop}
              state={
                kept === undefined ? undefined : (
                  <Badge variant="light" color={kept.refusal === null ? 'yellow' : 'red'}>
                    {t(kept.refusal === null ? 'walk.state.waits' : 'walk.state.refused')}
                  </Badge>
                )
              }
            />
          </UnstyledButton>
        );
      }}
    />
  );
}
