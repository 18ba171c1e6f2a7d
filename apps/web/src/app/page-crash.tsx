import { Button, Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router-dom';
import { EmptyMessage } from '../components/page/page-states';
import { failureOf, isMissingChunk } from '../lib/missing-chunk';

export function PageCrash() {
  const { t } = useTranslation();
  const error = useRouteError();
  const stale = isMissingChunk(error);
  return (
    <EmptyMessage
      wholePage
      icon="warning"
      title={t(stale ? 'state.newVersion' : 'state.crashed')}
      hint={t(stale ? 'state.newVersionHint' : 'state.crashedHint')}
    >
      {!stale && (
        <Code mt="xs" maw="100%" style={{ overflowWrap: 'anywhere' }}>
          {failureOf(error)}
        </Code>
      )}
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
