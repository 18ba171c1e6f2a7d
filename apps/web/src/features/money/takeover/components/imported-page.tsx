import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoment } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { undoImport, useTakeover } from '../api/takeover-api';
import { FileFacts, FileTrouble } from './file-facts';
import { FindingsTable } from './findings-table';

/** One import: how it stands, what was found, and the way back while nothing was built on it. */
export function ImportedPage() {
  const { t } = useTranslation('takeover');
  const id = Number(useParams().id);
  const query = useTakeover(id);
  const [opened, { open, close }] = useDisclosure(false);
  const undo = useAction({
    perform: (reason: string) => undoImport({ id, reason }),
    done: (taken) => t(taken.state === 'UNDONE' ? 'undo.done' : 'undo.asked'),
    onSuccess: close,
  });
  const taken = query.data;
  if (query.isError && query.data === undefined) {
    if (query.error instanceof ApiProblem && query.error.status === 404) return <NotFoundPage />;
    return <ProblemPanel error={query.error} />;
  }
  if (!taken) return <DetailSkeleton />;
  const moment = (at: string | null) => (at === null ? '—' : formatMoment(at));
  return (
    <>
      <PageHeader
        title={taken.file_name}
        hint={t(`kind.${taken.kind}`)}
        back={{ to: '/import/history', label: t('history.title') }}
      />
      <Stack>
        <Panel title={t(`state.${taken.state}`)}>
          <Stack>
            <Text size="sm">{t(`stateHint.${taken.state}`)}</Text>
            {taken.note !== null && (
              <Alert color="gray" variant="light" icon={<Icon name="log" />}>
                {taken.note}
              </Alert>
            )}
            {taken.approval_id !== null && (
              <ApprovalLink id={taken.approval_id}>{t('approval')}</ApprovalLink>
            )}
            <FileTrouble taken={taken} />
            <FileFacts taken={taken} />
            <Fields
              rows={[
                { label: t('checkedBy'), value: taken.checked_by ?? '—' },
                { label: t('checkedAt'), value: moment(taken.checked_at) },
                { label: t('importedAt'), value: moment(taken.imported_at) },
                { label: t('undoneAt'), value: moment(taken.undone_at) },
              ]}
            />
            {taken.state === 'IMPORTED' && (
              <Group>
                <Button variant="default" color="red" disabled={!taken.undoable} onClick={open}>
                  {t('undo.title')}
                </Button>
                {!taken.undoable && (
                  <Text size="sm" c="dimmed">
                    {t('undo.builtUpon')}
                  </Text>
                )}
              </Group>
            )}
          </Stack>
        </Panel>
        {taken.findings_total > 0 && <FindingsTable taken={taken} />}
      </Stack>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('undo.title')}
        confirmLabel={t(taken.kind === 'ARREARS' ? 'undo.ask' : 'undo.title')}
        danger
        reason="required"
        action={undo}
      >
        <Text size="sm">{t(`undo.what.${taken.kind}`)}</Text>
      </ConfirmDialog>
    </>
  );
}
