import { Text, UnstyledButton } from '@mantine/core';
import type { RoundDto, RoundStopDto } from '@tirtapay/api-client';
import { Link } from 'react-router-dom';
import { formatNumber } from '../../../../lib/format';
import { usePermission } from '../../../../lib/use-permission';
import { isOpen, stopAddress } from './round-order';
import classes from './round.module.css';
import { StopRow } from './stop-row';

/** A house of the route leads to where its stand is typed, or to what is known of it. */
export function RoundStop({ round, stop }: { round: RoundDto; stop: RoundStopDto }) {
  const mayRecord = usePermission('reading.record');
  return (
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
      <StopRow
        stop={stop}
        usage={
          stop.usage_m3 !== null &&
          stop.state !== 'REREAD' && (
            <Text size="sm" component="span">
              {`${formatNumber(stop.usage_m3)} m³`}
            </Text>
          )
        }
      />
    </UnstyledButton>
  );
}
