import { Alert, Anchor, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { TakenStopDto } from '@tirtapay/api-client';
import { keyForm } from '@tirtapay/domain';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { formatMoment, formatNumber, formatPeriod } from '../../../../lib/format';
import { leaveWithOtherTabs } from '../../../../lib/leaving';
import { useSession } from '../../../../lib/session';
import { forgetRound } from '../api/device-store';
import { useKeptPage } from '../api/use-kept-page';
import { useSending, useWalk, WALK_KEY } from '../api/use-walk';
import classes from './reading-entry.module.css';
import { isOpen, nextStop } from './round-order';
import { ScanDialog } from './scan-dialog';
import type { ScannedCode } from './scanned-code';
import { WalkBar } from './walk-bar';
import type { Draft } from './walk-draft';
import { draftOf, isWork } from './walk-draft';
import { keptOf } from './walk-law';
import { WalkQueue } from './walk-queue';
import { WalkStand } from './walk-stand';
import { WalkStops } from './walk-stops';

/** A reader's day where there is no signal: everything that is needed is on the device, and goes up when it can. */
export function WalkPage() {
  const { t } = useTranslation('readings');
  const session = useSession();
  const queryClient = useQueryClient();
  const walk = useWalk();
  const { sending, away, send } = useSending();
  const [before, setBefore] = useState<number | null>(null);
  const main = useRef<HTMLElement>(null);
  const [scanning, setScanning] = useState(false);
  const [said, setSaid] = useState('');
  const [drafts, setDrafts] = useState<Readonly<Record<number, Partial<Draft>>>>({});
  const user = 'user' in session ? session.user : null;
  const { taken = null, stands = [] } = walk.data ?? {};
  const own = taken !== null && (user === null || user.id === taken.by.id) ? taken : null;
  const ownStands = stands.filter(({ by }) => by.id === own?.by.id);
  const ready = useKeptPage(own !== null);
  const stop = own?.round.stops.find(({ customer_id }) => customer_id === before);

  useEffect(
    () =>
      leaveWithOtherTabs(() => {
        void forgetRound().then(() => queryClient.invalidateQueries({ queryKey: WALK_KEY }));
      }),
    [queryClient],
  );
  const toList = () => {
    setBefore(null);
    // The button that was pressed is gone: whoever goes by the keyboard or by ear goes on at the top of the page.
    main.current?.focus();
  };
  const open = ({ customer_id }: TakenStopDto) => {
    setSaid('');
    setBefore(customer_id);
  };
  const draftAt = (one: TakenStopDto): Draft => ({
    ...draftOf(own === null ? undefined : keptOf(ownStands, one, own.round)),
    ...drafts[one.customer_id],
  });
  const change = ({ customer_id }: TakenStopDto, part: Partial<Draft> | null) => {
    setDrafts(({ [customer_id]: draft, ...others }) =>
      part === null ? others : { ...others, [customer_id]: { ...draft, ...part } },
    );
  };
  // Of a house that the server has meanwhile there is nothing left to keep.
  const dirty =
    own?.round.stops.some(
      (one) =>
        drafts[one.customer_id] !== undefined &&
        (isOpen(one) || keptOf(ownStands, one, own.round) !== undefined) &&
        isWork(draftAt(one)),
    ) ?? false;
  const kept = async (one: TakenStopDto, text: string) => {
    const next = nextStop(own?.round.stops ?? [], one.customer_id);
    await queryClient.invalidateQueries({ queryKey: WALK_KEY });
    change(one, null);
    setSaid(text);
    if (next === null) toList();
    else setBefore(next.customer_id);
    void send();
  };
  const scanned = (code: ScannedCode) => {
    setScanning(false);
    const found = own?.round.stops.find((one) =>
      'customer' in code
        ? one.customer_number === code.customer
        : one.meter_serial !== null && keyForm(one.meter_serial) === keyForm(code.meter),
    );
    if (found === undefined) setSaid(t('walk.notHere'));
    else if (isOpen(found)) open(found);
    else setSaid(t('walk.readAlready', { name: found.name }));
  };
  if (walk.isPending) return null;
  return (
    <main ref={main} tabIndex={-1} className={`${classes.page} ${classes.walk}`}>
      <PageHeader
        title={t('walk.title')}
        hint={
          own &&
          `${own.round.route.code} ${own.round.route.name} · ${formatPeriod(own.round.period)} · ${t(
            'walk.taken',
            {
              moment: formatMoment(own.round.taken_at),
            },
          )}`
        }
        {...(user !== null && { back: { to: '/readings/round', label: t('round.title') } })}
      />
      <UnsavedGuard dirty={dirty} />
      <link rel="manifest" href="/walk.webmanifest" />
      <Stack>
        {walk.isError && (
          <Alert
            color="red"
            variant="light"
            icon={<Icon name="warning" />}
            title={t('walk.refused')}
            role="alert"
          >
            <Text size="sm">{t('walk.refusedHint')}</Text>
          </Alert>
        )}
        <WalkBar
          stands={walk.isError ? null : stands}
          user={user}
          signedIn={session.status === 'active'}
          ready={ready}
          sending={sending}
          away={away}
          onSend={() => void send()}
        />
        {own === null && (
          <EmptyMessage
            icon="map"
            title={t(taken === null ? 'walk.nothing' : 'walk.ofOthers', { name: taken?.by.name ?? '' })}
          >
            <Anchor
              component={Link}
              to={user === null ? '/login' : '/readings/round'}
              state={{ from: '/readings/round' }}
            >
              {t(user === null ? 'walk.logIn' : 'walk.take')}
            </Anchor>
          </EmptyMessage>
        )}
        {own !== null && (
          <Panel>
            <Group justify="space-between" gap="xs" mb={6}>
              <Text size="sm">
                {t('round.progress', {
                  done: formatNumber(own.round.stops.filter((one) => !isOpen(one)).length),
                  all: formatNumber(own.round.stops.length),
                })}
              </Text>
              <Group gap="xs">
                {stop !== undefined && (
                  <Button
                    size="sm"
                    variant="default"
                    onClick={() => {
                      setBefore(nextStop(own.round.stops, before)?.customer_id ?? null);
                    }}
                  >
                    {t('round.skip')}
                  </Button>
                )}
                <Button
                  size="sm"
                  variant="default"
                  leftSection={<Icon name="qr" size={18} />}
                  onClick={() => {
                    setScanning(true);
                  }}
                >
                  {t('entry.scan')}
                </Button>
              </Group>
            </Group>
            <Progress
              value={
                (own.round.stops.filter((one) => !isOpen(one)).length / Math.max(1, own.round.stops.length)) *
                100
              }
              aria-label={t('round.stops')}
            />
          </Panel>
        )}
        <div role="status" className={said === '' ? undefined : classes.saved}>
          {said !== '' && (
            <Text size="sm" fw={600}>
              {said}
            </Text>
          )}
        </div>
        {own !== null && stop !== undefined && (
          <WalkStand
            key={stop.customer_id}
            round={own.round}
            stop={stop}
            reader={own.by}
            earlier={keptOf(ownStands, stop, own.round)}
            draft={draftAt(stop)}
            onDraft={(part) => {
              change(stop, part);
            }}
            onKept={(text) => kept(stop, text)}
            onLeave={toList}
          />
        )}
        {own !== null && stop === undefined && (
          <WalkStops round={own.round} stands={stands} reader={own.by} onStop={open} />
        )}
        <WalkQueue
          stands={stands}
          user={session.status === 'active' ? session.user : null}
          onAgain={() => void send()}
        />
      </Stack>
      {scanning && (
        <ScanDialog
          onClose={() => {
            setScanning(false);
          }}
          onFound={scanned}
        />
      )}
    </main>
  );
}
