import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Panel } from '../../../../components/page/panel';
import type { KeptStand, Reader } from '../api/device-store';
import type { PageState } from '../api/use-kept-page';

interface WalkBarProps {
  /** Null where the device does not say what it keeps. */
  stands: readonly KeptStand[] | null;
  user: Reader | null;
  /** What waits may be sent in the name of `user`. */
  signedIn: boolean;
  ready: PageState;
  sending: boolean;
  /** The last try did not get through. */
  away: boolean;
  onSend: () => void;
}

/** Always on the screen: is there a signal, what is still here, and in whose name it waits. */
export function WalkBar(props: WalkBarProps) {
  const { user, signedIn, ready, sending, away, onSend } = props;
  const { t } = useTranslation('readings');
  const stands = props.stands ?? [];
  const others = stands.find(({ by }) => user !== null && by.id !== user.id)?.by.name;
  const refused = stands.filter(({ refusal }) => refusal !== null).length;
  const waiting = stands.length - refused;
  const mine = stands.some(({ by, refusal }) => by.id === user?.id && refusal === null);
  return (
    <Panel>
      <Group justify="space-between" gap="xs">
        <div role="status">
          {props.stands?.length === 0 && (
            <Text size="sm" fw={600}>
              {t('walk.allSent')}
            </Text>
          )}
          {waiting > 0 && (
            <Text size="sm" fw={600}>
              {t('walk.waiting', { count: waiting })}
            </Text>
          )}
          {refused > 0 && (
            <Text size="sm" c="red" fw={600}>
              {t('walk.refusedCount', { count: refused })}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {t(away ? 'walk.offline' : 'walk.online')}
            {ready !== null && ` · ${t(`walk.page.${ready}`)}`}
          </Text>
        </div>
        {mine && signedIn && (
          <Button size="sm" loading={sending} onClick={onSend}>
            {t('walk.send')}
          </Button>
        )}
      </Group>
      {stands.length > 0 && !signedIn && !away && !sending && (
        <Anchor component={Link} to="/login" state={{ from: '/readings/walk' }} size="sm">
          {t('walk.logInToSend')}
        </Anchor>
      )}
      {others !== undefined && <Text size="sm">{t('walk.othersWait', { name: others })}</Text>}
    </Panel>
  );
}
