import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoundDto } from '@tirtapay/api-client';
import { Icon } from '../../../../components/icon';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useSession } from '../../../../lib/session';
import { useAction } from '../../../../lib/use-action';
import { keepRound } from '../api/device-store';
import { takeRound } from '../api/rounds-api';

/** Before somebody walks to where there is no signal. */
export function TakeAlong({ round }: { round: RoundDto }) {
  const { t } = useTranslation('readings');
  const session = useSession();
  const action = useAction({
    perform: async (reader: { id: number; name: string }) => {
      const taken = await takeRound(round.route.id, round.period);
      await keepRound({ by: reader, round: taken, kept_at: Date.now() });
    },
    onSuccess: () => {
      // A page of its own, so that what it is made of is all that has to be kept.
      window.location.assign('/admin/readings/walk');
    },
  });
  if (!('user' in session)) return null;
  const { id, name } = session.user;
  return (
    <>
      <Button
        variant="default"
        fullWidth
        size="md"
        mt="sm"
        leftSection={<Icon name="download" size={18} />}
        loading={action.isPending}
        onClick={() => {
          action.run({ id, name });
        }}
      >
        {t('walk.take')}
      </Button>
      {action.isError && <ProblemPanel error={action.error} />}
    </>
  );
}
