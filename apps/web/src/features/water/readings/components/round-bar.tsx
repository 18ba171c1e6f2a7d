import { Anchor, Button, Group, Progress, Text } from '@mantine/core';
import type { RoundDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatNumber } from '../../../../lib/format';
import { isOpen, roundAddress } from './round-order';

interface RoundBarProps {
  round: RoundDto;
  /** The house somebody stands before. */
  current: number | null;
  onSkip: () => void;
}

/** How far the walk is, with the way back to it and past a house nobody opens. */
export function RoundBar({ round, current, onSkip }: RoundBarProps) {
  const { t } = useTranslation('readings');
  const all = round.stops.length;
  const done = round.stops.filter((stop) => !isOpen(stop)).length;
  return (
    <div>
      <Group justify="space-between" gap="xs" mt="sm" mb={4}>
        <Text size="sm">
          <Anchor component={Link} size="sm" to={roundAddress(round)}>
            {round.route.code} {round.route.name}
          </Anchor>
          {` · ${t('round.progress', { done: formatNumber(done), all: formatNumber(all) })}`}
        </Text>
        {current !== null && (
          <Button variant="default" size="sm" onClick={onSkip}>
            {t('round.skip')}
          </Button>
        )}
      </Group>
      <Progress
        value={all === 0 ? 0 : (done / all) * 100}
        aria-label={t('round.progress', { done: formatNumber(done), all: formatNumber(all) })}
      />
    </div>
  );
}
