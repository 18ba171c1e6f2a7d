import { Button, Stack } from '@mantine/core';
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
import { useWorkPeriod } from '../../../../lib/reference-data';
import { usePermission } from '../../../../lib/use-permission';
import { useRound } from '../api/rounds-api';
import { OrderStops } from './order-stops';
import { keepOwnRoute, ownRoute } from './own-route';
import { PrintLabels } from './print-labels';
import { RoundBar } from './round-bar';
import { nextStop, stopAddress } from './round-order';
import { RoundStop } from './round-stop';
import { RoutePicker } from './route-picker';
import { StopList } from './stop-list';
import { TakeAlong } from './take-along';
import { WalkLeft } from './walk-left';

const SHOWN = ['open', 'REREAD', 'done', 'all'] as const;

/** A route in the order it is walked: who is left, who has to be seen again, and the next house. */
export function RoundPage() {
  const { t } = useTranslation('readings');
  const mayRecord = usePermission('reading.record');
  const [ordering, setOrdering] = useState(false);
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
          <StopList
            stops={round.stops}
            cut={round.cut}
            choices={SHOWN}
            shown={address.show}
            onShown={(show) => void setAddress({ show })}
            row={(stop) => <RoundStop round={round} stop={stop} />}
          />
        )}
      </Stack>
    </>
  );
}
