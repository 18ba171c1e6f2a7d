import { Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import type { RoundStopDto } from '@tirtapay/api-client';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyMessage } from '../../../../components/page/page-states';
import { formatNumber } from '../../../../lib/format';
import { isNamed, STOPS_SHOWN } from './round-order';
import type { StopsShown } from './round-order';
import classes from './round.module.css';

type ListedStop = Pick<
  RoundStopDto,
  'customer_id' | 'state' | 'name' | 'address' | 'customer_number' | 'meter_serial'
>;

interface StopListProps<Stop extends ListedStop> {
  stops: readonly Stop[];
  /** There are more houses than the list has. */
  cut: boolean;
  /** Among what somebody may choose. */
  choices: readonly StopsShown[];
  shown: StopsShown;
  onShown: (shown: StopsShown) => void;
  /** What is pressed of a house. */
  row: (stop: Stop) => ReactNode;
}

/** The houses of a route, one below the other, each as large as a thumb: those that are wanted of them. */
export function StopList<Stop extends ListedStop>(props: StopListProps<Stop>) {
  const { stops, cut, choices, shown, onShown, row } = props;
  const { t } = useTranslation('readings');
  const [wanted, setWanted] = useState('');
  const seen = stops.filter(STOPS_SHOWN[shown]).filter((stop) => isNamed(stop, wanted));
  return (
    <Stack>
      <div role="group" aria-label={t('round.show')}>
        <Chip.Group
          value={shown}
          onChange={(value) => {
            onShown(choices.find((one) => one === value) ?? 'open');
          }}
        >
          <Group gap={6}>
            {choices.map((value) => (
              <Chip key={value} value={value} size="sm" variant="light">
                {`${t(`round.filter.${value}`)} ${formatNumber(stops.filter(STOPS_SHOWN[value]).length)}`}
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
      {cut && <Text size="sm">{t('round.cut')}</Text>}
      {seen.length === 0 ? (
        <EmptyMessage icon="check" title={t('round.none')} />
      ) : (
        <ol className={classes.stops} aria-label={t('round.stops')}>
          {seen.map((stop) => (
            <li key={stop.customer_id}>{row(stop)}</li>
          ))}
        </ol>
      )}
    </Stack>
  );
}
