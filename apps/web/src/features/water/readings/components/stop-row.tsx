import { Group, Text } from '@mantine/core';
import type { RoundStopDto } from '@tirtapay/api-client';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { StatusBadge } from '../../../../components/status-badge';
import classes from './round.module.css';

interface StopRowProps {
  stop: Pick<RoundStopDto, 'name' | 'address' | 'customer_number' | 'meter_serial' | 'instruction' | 'state'>;
  /** Before how far the house is. */
  usage?: ReactNode;
  /** In place of it. */
  state?: ReactNode;
}

/** Who lives in a house, what to mind there, and how far it is. */
export function StopRow({ stop, usage, state }: StopRowProps) {
  const { t } = useTranslation('readings');
  return (
    <>
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
        {usage}
        {state ??
          (stop.state === 'UNREAD' ? (
            <Icon name="right" size={18} />
          ) : (
            <StatusBadge kind="reading" state={stop.state} />
          ))}
      </Group>
    </>
  );
}
