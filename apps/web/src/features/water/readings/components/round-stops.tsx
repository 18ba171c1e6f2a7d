import { Group, Text, UnstyledButton } from '@mantine/core';
import type { RoundDto, RoundStopDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { StatusBadge } from '../../../../components/status-badge';
import { formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { isOpen, stopAddress } from './round-order';
import classes from './round.module.css';

interface RoundStopsProps {
  round: RoundDto;
  /** Those of the round that are to be seen. */
  stops: readonly RoundStopDto[];
}

/** The houses of a route, one below the other, each as large as a thumb. */
export function RoundStops({ round, stops }: RoundStopsProps) {
  const { t } = useTranslation('readings');
  const mayRecord = usePermission('reading.record');
  return (
    <ol className={classes.stops} aria-label={t('round.stops')}>
      {stops.map((stop) => (
        <li key={stop.customer_id}>
          <UnstyledButton
            component={Link}
            className={classes.stop}
            to={
              isOpen(stop) && mayRecord
                ? stopAddress(round, stop)
                : stop.reading_id === null
                  ? `/customers/${String(stop.customer_id)}`
                  : `/readings?detail=${String(stop.reading_id)}`
            }
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
              {stop.instruction !== null && (
                <Text size="sm" fw={600} component="span">
                  {t('round.instruction', { note: stop.instruction })}
                </Text>
              )}
            </span>
            <Group gap={6} className={classes.state}>
              {stop.usage_m3 !== null && stop.state !== 'REREAD' && (
                <Text size="sm" component="span">
                  {`${formatNumber(stop.usage_m3)} m³`}
                </Text>
              )}
              {stop.state === 'UNREAD' ? (
                <Icon name="right" size={18} />
              ) : (
                <StatusBadge kind="reading" state={stop.state} />
              )}
            </Group>
          </UnstyledButton>
        </li>
      ))}
    </ol>
  );
}
