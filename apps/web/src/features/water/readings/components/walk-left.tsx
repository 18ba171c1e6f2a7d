import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useWalk } from '../api/use-walk';

/**
 * What is on this device leads to where it is sent from: nobody forgets it there. A page of its own, as when the route is taken
 * along.
 */
export function WalkLeft() {
  const { t } = useTranslation('readings');
  const { taken = null, stands = [] } = useWalk().data ?? {};
  if (taken === null && stands.length === 0) return null;
  return (
    <Anchor component={Link} to="/readings/walk" reloadDocument size="sm" fw={stands.length > 0 ? 600 : 400}>
      {stands.length > 0 ? t('walk.waiting', { count: stands.length }) : t('walk.onDevice')}
    </Anchor>
  );
}
