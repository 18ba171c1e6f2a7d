import { Button, Chip, Group, Stack, Text, TextInput } from '@mantine/core';
import type { RoundStopDto } from '@tirtapay/api-client';
import { parseAsInteger, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { addressParser } from '../../../../components/list-page/address-parser';
import { periodCodec } from '../../../../components/list-page/list-codecs';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatNumber } from '../../../../lib/format';
import { useWorkPeriod } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { useRound } from '../api/rounds-api';
import { OrderStops } from './order-stops';
import { keepOwnRoute, ownRoute } from './own-route';
import { PrintLabels } from './print-labels';
import { RoundBar } from './round-bar';
import { isNamed, isOpen, nextStop, stopAddress } from './round-order';
import { RoundStops } from './round-stops';
import { RoutePicker } from './route-picker';
import { TakeAlong } from './take-along';
import { WalkLeft } from './walk-left';

const SHOWN = ['open', 'REREAD', 'done', 'all'] as const;
type Shown = (typeof SHOWN)[number];

const FITS: Readonly<Record<Shown, (stop: RoundStopDto) => boolean>> = {
  open: isOpen,
  REREAD: (stop) => stop.state === 'REREAD',
  done: (stop) => !isOpen(stop),
  all: () => true,
};

/** A route in the order it is walked: who is left, who has to be seen again, and the next house. */
export function RoundPage() {
  const { t } = useTranslation('readings');
  const mayRecord = usePermission('reading.record');
  const [ordering, setOrdering] = useState(false);
  const [wanted, setWanted] = useState('');
  const [address, setAddress] = useQueryStates(
    {
      route: parseAsInteger.withDefault(ownRoute() ?? 0),
      period: addressParser(periodCodec),
      show: parseAsStringLiteral(SHOWN).withDefault('open'),
    },
    { history: 'replace', shallow: false },
  );
  const usual = useWorkPeriod();
  const period = address.period ?? usual;
  const routeId = address.route > 0 ? address.route : null;
  const query = useRound(routeId, period);
  const round = query.data;
  const next = round && nextStop(round.stops, null);
  const stops = (round?.stops ?? []).filter(FITS[address.show]).filter((stop) => isNamed(stop, wanted));

  return (
    <>
      <PageHeader
        title={t('round.title')}
        hint={t('round.hint')}
        actions={
          round && (
            <>
              <PrintLabels routeId={round.route.id} />
              {mayRecord && !ordering && round.stops.length > 1 && (
                <Button
                  variant="default"
                  onClick={() => {
                    setOrdering(true);
                  }}
                >
                  {t('round.order')}
                </Button>
              )}
            </>
          )
        }
      />
      <Stack>
        <Panel>
          <RoutePicker
            regionName={round?.route.region_name ?? null}
            routeId={routeId}
            period={period}
            onRoute={(route) => {
              keepOwnRoute(route);
              setOrdering(false);
              void setAddress({ route });
            }}
            onPeriod={(value) => void setAddress({ period: value === usual ? null : value })}
          />
          {round && <RoundBar round={round} current={null} onSkip={() => undefined} />}
          {mayRecord && next && (
            <Button
              component={Link}
              size="lg"
              fullWidth
              mt="md"
              // A long name takes a second line; it is never cut.
              h="auto"
              mih={50}
              py={8}
              styles={{ label: { whiteSpace: 'normal' } }}
              to={stopAddress(round, next)}
            >
              {t('round.start', { name: next.name })}
            </Button>
          )}
          {mayRecord && round && <TakeAlong round={round} />}
          {mayRecord && <WalkLeft />}
        </Panel>
        {query.isError && <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />}
        {routeId !== null && query.isPending && <DetailSkeleton />}
        {routeId === null && <EmptyMessage icon="map" title={t('round.choose')} />}
        {round && ordering && (
          <OrderStops
            round={round}
            onDone={() => {
              setOrdering(false);
            }}
          />
        )}
        {round && !ordering && (
          <>
            <div role="group" aria-label={t('round.show')}>
              <Chip.Group
                value={address.show}
                onChange={(value) =>
                  void setAddress({ show: SHOWN.find((shown) => shown === value) ?? 'open' })
                }
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
              <RoundStops round={round} stops={stops} />
            )}
          </>
        )}
      </Stack>
    </>
  );
}
