import { Alert, Anchor, Badge, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { saveText } from '../../../../lib/api';
import { formatMoment, formatNumber, formatPeriod } from '../../../../lib/format';
import { conditionText } from '../../../../lib/reading-words';
import { usePermission } from '../../../../lib/use-permission';
import { discardStand, dropStand, keepStand } from '../api/device-store';
import type { KeptStand, Reader } from '../api/device-store';
import { WALK_KEY } from '../api/use-walk';
import { isReadAnyway, rescueText, waysToOther } from './walk-law';

interface WalkQueueProps {
  stands: readonly KeptStand[];
  /** Whoever is logged in; null while nobody is. */
  user: Reader | null;
  onAgain: () => void;
}

/** What is on the device and not with the server yet, each with why, and a way on for whoever has read what was refused. */
export function WalkQueue({ stands, user, onAgain }: WalkQueueProps) {
  const { t } = useTranslation('readings');
  if (stands.length === 0) return null;
  const circumstances = ({ by, entry, read_at }: KeptStand) =>
    [
      t('walk.readBy', { name: by.name, period: formatPeriod(entry.period) }),
      ...(read_at === null ? [] : [formatMoment(read_at)]),
      ...(entry.rollover ? [t('entry.rollover')] : []),
    ].join(', ');
  return (
    <Panel
      title={t('walk.queue')}
      action={
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            saveText('catatan-belum-terkirim.txt', rescueText(stands, circumstances), 'text/plain');
          }}
        >
          {t('walk.rescue')}
        </Button>
      }
    >
      <Stack component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {stands.map((stand) => (
          <li key={stand.client_id}>
            <KeptRow stand={stand} own={stand.by.id === user?.id} onAgain={onAgain} />
          </li>
        ))}
      </Stack>
    </Panel>
  );
}

/** The server has another reading of the house. Which of the two is right is decided at the office, by two people. */
function ReadAnyway({ stand }: { stand: KeptStand }) {
  const { entry } = stand;
  const { sendBack, correct } = waysToOther(stand);
  const { t } = useTranslation('readings');
  const mayAsk = usePermission('bill.correct.request');
  const mayDecide = usePermission('reading.verify');
  const month = `?q=${entry.customer_number}&period=${entry.period}`;
  return (
    <>
      <Text size="sm">{t(mayAsk && mayDecide ? 'walk.decide' : 'walk.tellOffice')}</Text>
      <Group gap="md" mt={4}>
        <Anchor component={Link} to={`/readings${month}`} size="sm">
          {t('walk.seeExisting')}
        </Anchor>
        {mayDecide && sendBack && (
          <Anchor component={Link} to={`/verification?period=${entry.period}`} size="sm">
            {t('walk.sendBack')}
          </Anchor>
        )}
        {mayAsk && correct && (
          <Anchor component={Link} to={`/bills${month}`} size="sm">
            {t('walk.askCorrection')}
          </Anchor>
        )}
      </Group>
    </>
  );
}

function KeptRow({ stand, own, onAgain }: { stand: KeptStand; own: boolean; onAgain: () => void }) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: async () => {
      setAsking(false);
      await queryClient.invalidateQueries({ queryKey: WALK_KEY });
      onAgain();
    },
  });
  const { entry, refusal } = stand;
  // The server has the stand: what is thrown away is its photo alone.
  const photoOnly = stand.reading_id !== null;
  const readAnyway = isReadAnyway(stand);
  const body = photoOnly ? 'walk.dropPhotoBody' : readAnyway ? 'walk.discardReadBody' : 'walk.discardBody';
  const state = refusal !== null ? 'refused' : photoOnly ? 'photo' : 'waits';
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {`${stand.name} · ${
            entry.current_stand === undefined
              ? conditionText(entry.condition_code)
              : formatNumber(entry.current_stand)
          }`}
        </Text>
        <Badge variant="light" color={refusal === null ? 'yellow' : 'red'}>
          {t(`walk.state.${state}`)}
        </Badge>
      </Group>
      {refusal !== null && (
        <Alert color="red" variant="light" mt="xs" icon={<Icon name="warning" />} title={refusal.title}>
          <Text size="sm">{refusal.detail}</Text>
          {own && readAnyway && <ReadAnyway stand={stand} />}
          {own && (
            <Group mt="xs">
              <Button
                size="sm"
                variant="default"
                loading={change.isPending}
                onClick={() => {
                  change.mutate(() => keepStand({ ...stand, refusal: null }));
                }}
              >
                {t('walk.again')}
              </Button>
              <Button
                size="sm"
                variant="subtle"
                color="red"
                onClick={() => {
                  setAsking(true);
                }}
              >
                {t(photoOnly ? 'walk.dropPhoto' : 'walk.discard')}
              </Button>
            </Group>
          )}
        </Alert>
      )}
      <Modal
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t(photoOnly ? 'walk.dropPhoto' : 'walk.discard')}
        closeButtonProps={{ 'aria-label': common('action.close') }}
      >
        <Text size="sm">{t(body, { name: stand.name })}</Text>
        <Group justify="flex-end" mt="lg">
          <Button
            color="red"
            loading={change.isPending}
            onClick={() => {
              change.mutate(() => (photoOnly || readAnyway ? dropStand(stand) : discardStand(stand)));
            }}
          >
            {t(photoOnly ? 'walk.dropPhoto' : 'walk.discard')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
