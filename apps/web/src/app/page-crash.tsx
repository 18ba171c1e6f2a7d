import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router-dom';
import { EmptyMessage } from '../components/page/page-states';

/** A page whose code is gone was replaced by a newer release while this tab was open. */
function isMissingChunk(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed/i.test(error.message)
  );
}

export function PageCrash() {
  const { t } = useTranslation();
  const stale = isMissingChunk(useRouteError());
  return (
    <EmptyMessage
      wholePage
      icon="warning"
      title={t(stale ? 'state.newVersion' : 'state.crashed')}
      hint={t(stale ? 'state.newVersionHint' : 'state.crashedHint')}
    >
      <Button
        mt="md"
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('action.reload')}
      </Button>
    </EmptyMessage>
  );
}
