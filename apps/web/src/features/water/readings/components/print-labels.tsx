import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { printLabels } from '../api/rounds-api';

/** Labels for the meters of a route, to print on stickers. */
export function PrintLabels({ routeId }: { routeId: number }) {
  const { t } = useTranslation('readings');
  const action = useAction({ perform: () => printLabels(routeId) });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="print" size={16} />}
        loading={action.isPending}
        onClick={() => {
          action.run(undefined);
        }}
      >
        {t('round.labels')}
      </Button>
      {action.isError && <ProblemPanel error={action.error} />}
    </>
  );
}
