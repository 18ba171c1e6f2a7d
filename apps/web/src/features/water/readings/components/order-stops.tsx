import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import type { RoundDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { orderRound } from '../api/rounds-api';
import { moved, MOVES } from './round-order';
import classes from './round.module.css';

/** The houses of a route put in the order somebody really walks them. */
export function OrderStops({ round, onDone }: { round: RoundDto; onDone: () => void }) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const [stops, setStops] = useState<RoundDto['stops']>(round.stops);
  const action = useAction({
    perform: () =>
      orderRound({ route_id: round.route.id, customer_ids: stops.map((stop) => stop.customer_id) }),
    done: () => t('round.ordered'),
    onSuccess: onDone,
  });
  return (
    <Panel title={t('round.order')}>
      <UnsavedGuard dirty={stops !== round.stops && !action.isSuccess} />
      <Stack>
        <Text size="sm" c="dimmed">
          {t('round.orderHint')}
        </Text>
        <ol className={classes.stops} aria-label={t('round.order')}>
          {stops.map((stop, index) => (
            <li key={stop.customer_id}>
              <Group className={classes.stop} wrap="nowrap">
                <Text className={classes.place} c="dimmed">
                  {index + 1}
                </Text>
                <span className={classes.who}>
                  <Text fw={600} component="span">
                    {stop.name}
                  </Text>
                  <Text size="sm" c="dimmed" component="span">
                    {stop.address}
                  </Text>
                </span>
                <Group gap={4} wrap="nowrap">
                  {MOVES.map((to) => (
                    <ActionIcon
                      key={to}
                      variant="default"
                      size={44}
                      aria-label={t(`round.move.${to}`, { name: stop.name })}
                      disabled={to === 'DOWN' ? index === stops.length - 1 : index === 0}
                      onClick={() => {
                        setStops([...moved(stops, stop.customer_id, to)]);
                      }}
                    >
                      <Icon name={to === 'FIRST' ? 'first' : to === 'UP' ? 'up' : 'down'} size={18} />
                    </ActionIcon>
                  ))}
                </Group>
              </Group>
            </li>
          ))}
        </ol>
        {action.isError && <ProblemPanel error={action.error} />}
        <Group>
          <Button
            loading={action.isPending}
            onClick={() => {
              action.run(undefined);
            }}
          >
            {t('round.keepOrder')}
          </Button>
          <Button variant="default" disabled={action.isPending} onClick={onDone}>
            {common('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
