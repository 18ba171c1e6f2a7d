import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useNavigate } from 'react-router-dom';
import { AFTER_SAVE } from '../../../../components/form/unsaved-guard';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { closeOwnShift, handOver, useOwnShift } from '../api/counter-api';
import { CredentialFields, isSomebody, NOBODY } from './credentials';
import { DifferenceReason } from './difference-reason';
import { PiecesCount } from './pieces-count';
import { useCount } from './use-count';

type Way = 'close' | 'handOver';

function CloseForm({ shiftId, onEnded }: { shiftId: number; onEnded: () => void }) {
  const { t } = useTranslation('counter');
  const navigate = useNavigate();
  const [way, setWay] = useState<Way>('close');
  const [successor, setSuccessor] = useState(NOBODY);
  const [missing, setMissing] = useState(false);
  const [told, setTold] = useState(false);
  const count = useCount();
  const ended = () => {
    onEnded();
    void navigate(`/shifts/${String(shiftId)}`, AFTER_SAVE);
  };
  const refused = (error: Error) => {
    setTold(count.refused(error));
  };
  const close = useAction({
    perform: closeOwnShift,
    done: ({ state }) => t(state === 'COUNTED' ? 'close.waits' : 'close.done'),
    onSuccess: ended,
    onError: refused,
  });
  const hand = useAction({
    perform: handOver,
    done: () => t('close.handedOver'),
    onSuccess: ended,
    onError: refused,
  });
  const action = way === 'close' ? close : hand;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const lacking = way === 'handOver' && !isSomebody(successor);
        setMissing(lacking);
        const body = count.read();
        if (body === null || lacking) return;
        if (way === 'close') close.run({ id: shiftId, body });
        else
          hand.run({
            id: shiftId,
            body: { ...body, successor: { ...successor, username: successor.username.trim() } },
          });
      }}
    >
      <Panel>
        <Stack>
          <SegmentedControl
            aria-label={t('close.title')}
            value={way}
            onChange={(value) => {
              setWay(value);
            }}
            data={(['close', 'handOver'] as const).map((value) => ({
              value,
              label: t(`close.way.${value}`),
            }))}
          />
          <Text size="sm" c="dimmed">
            {t(`close.hint.${way}`)}
          </Text>
          <PiecesCount typed={count.typed} onChange={count.setTyped} legend={t('close.count')} />
          <DifferenceReason count={count} />
          {way === 'handOver' && (
            <CredentialFields
              legend={t('close.successor')}
              hint={t('close.successorHint')}
              value={successor}
              onChange={setSuccessor}
              missing={missing}
            />
          )}
          {count.problem !== null && (
            <Alert color="red" variant="light" icon={<Icon name="warning" />} role="alert">
              {count.problem}
            </Alert>
          )}
          {action.isError && !told && <ProblemPanel error={action.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={action.isPending}>
              {t(`close.submit.${way}`)}
            </Button>
          </Group>
        </Stack>
      </Panel>
    </form>
  );
}

/** The end of a shift, or its hand-over: counted without knowing what is expected. */
export function ClosePage() {
  const { t } = useTranslation('counter');
  const own = useOwnShift();
  // The shift that ended here is on its way to its sheet; that it is no open shift any more sends nobody to the next one.
  const [ended, setEnded] = useState(false);
  if (own.isError && own.data === undefined)
    return <ProblemPanel error={own.error} onRetry={() => void own.refetch()} />;
  if (own.data === undefined || (ended && own.data?.state !== 'OPEN')) return <DetailSkeleton />;
  if (own.data?.state !== 'OPEN') return <Navigate to="/counter" replace />;
  return (
    <>
      <PageHeader
        title={t('close.title')}
        hint={own.data.drawer_name}
        back={{ to: '/counter', label: t('title') }}
      />
      <CloseForm
        shiftId={own.data.id}
        onEnded={() => {
          setEnded(true);
        }}
      />
    </>
  );
}
