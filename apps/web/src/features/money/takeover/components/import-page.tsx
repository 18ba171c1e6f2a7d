import { Alert, Anchor, Button, Checkbox, FileInput, Group, Select, Stack, Text } from '@mantine/core';
import type { TakeoverDetailDto } from '@tirtapay/api-client';
import { TAKEOVER_KINDS } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatNumber } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { checkFile, importFile, saveTemplate, type TakeoverKind } from '../api/takeover-api';
import { ColumnMapping } from './column-mapping';
import { FileFacts, FileTrouble } from './file-facts';
import { FindingsTable } from './findings-table';

/** A file of the system before: looked at first, every mistake by its line; then taken whole or not at all. */
export function ImportPage() {
  const { t } = useTranslation('takeover');
  const navigate = useNavigate();
  const [kind, setKind] = useState<TakeoverKind>('CUSTOMERS');
  const [file, setFile] = useState<File | null>(null);
  const [restoreZeros, setRestoreZeros] = useState(false);
  const [seen, setSeen] = useState<TakeoverDetailDto | null>(null);
  const check = useAction({
    perform: ({ columns, zeros }: { columns: readonly string[] | null; zeros: boolean }) => {
      if (!file) throw new Error('no file chosen');
      return checkFile({ file, kind, columns, restoreZeros: zeros });
    },
    onSuccess: setSeen,
  });
  const take = useAction({
    perform: (id: number) => {
      if (!file) throw new Error('no file chosen');
      return importFile({ id, file });
    },
    done: (taken) => t(taken.state === 'WAITING' ? 'take.waiting' : 'take.done', { count: taken.rows_read }),
    onSuccess: (taken) => {
      void navigate(`/import/${String(taken.id)}`);
    },
  });
  const template = useAction({ perform: (format: 'csv' | 'xlsx') => saveTemplate(kind, format) });
  const forget = () => {
    setSeen(null);
    setRestoreZeros(false);
    take.reset();
  };
  const columnsSeen = () => seen?.columns.map(({ field }) => field ?? '') ?? null;
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <Button
            component={Link}
            to="/import/history"
            variant="default"
            leftSection={<Icon name="history" size={16} />}
          >
            {t('history.title')}
          </Button>
        }
      />
      <Stack>
        <Panel title={t('which')}>
          <Stack maw={560}>
            <Select
              label={t('what')}
              description={t(`kindHint.${kind}`)}
              allowDeselect={false}
              data={TAKEOVER_KINDS.map((value) => ({
                value,
                label: t(`kind.${value}`),
              }))}
              value={kind}
              disabled={check.isPending}
              onChange={(value) => {
                setKind(value === 'ARREARS' ? 'ARREARS' : 'CUSTOMERS');
                forget();
              }}
            />
            <Group gap="xs">
              <Text size="sm">{t('template')}</Text>
              {(['xlsx', 'csv'] as const).map((format) => (
                <Button
                  key={format}
                  variant="default"
                  size="xs"
                  leftSection={<Icon name="download" size={16} />}
                  onClick={() => {
                    template.run(format);
                  }}
                >
                  {format.toUpperCase()}
                </Button>
              ))}
            </Group>
            {template.isError && <ProblemPanel error={template.error} />}
            <FileInput
              label={t('file')}
              description={t('fileHint')}
              withAsterisk
              placeholder={t('choose')}
              value={file}
              // What is found is of the file that stands here.
              disabled={check.isPending}
              onChange={(value) => {
                setFile(value);
                forget();
              }}
            />
            <Group>
              <Button
                loading={check.isPending}
                disabled={file === null}
                onClick={() => {
                  check.run({ columns: null, zeros: restoreZeros });
                }}
              >
                {t('check')}
              </Button>
            </Group>
            {check.isError && <ProblemPanel error={check.error} />}
          </Stack>
        </Panel>
        {seen && (
          <Panel title={t('result')}>
            <Stack>
              <FileTrouble taken={seen} />
              <FileFacts taken={seen} />
              {(seen.zeros_lost || restoreZeros) && (
                <Checkbox
                  label={t('zeros')}
                  checked={restoreZeros}
                  onChange={(event) => {
                    const zeros = event.currentTarget.checked;
                    setRestoreZeros(zeros);
                    check.run({ columns: columnsSeen(), zeros });
                  }}
                />
              )}
            </Stack>
          </Panel>
        )}
        {seen && seen.columns.length > 0 && (
          <ColumnMapping
            key={seen.sha256}
            taken={seen}
            busy={check.isPending}
            onMapped={(columns) => {
              check.run({ columns, zeros: restoreZeros });
            }}
          />
        )}
        {seen && seen.findings_total > 0 && <FindingsTable taken={seen} />}
        {seen && (
          <Panel title={t('take.title')}>
            <Stack maw={640}>
              {seen.known_as !== null && (
                <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
                  {t('take.known')}{' '}
                  <Anchor component={Link} to={`/import/${String(seen.known_as)}`}>
                    {t('take.knownLink')}
                  </Anchor>
                </Alert>
              )}
              <Text size="sm">
                {seen.importable
                  ? t(seen.kind === 'ARREARS' ? 'take.hintArrears' : 'take.hint', {
                      rows: formatNumber(seen.rows_read),
                    })
                  : t('take.notYet')}
              </Text>
              <Group>
                <Button
                  disabled={!seen.importable}
                  loading={take.isPending}
                  onClick={() => {
                    take.run(seen.id);
                  }}
                >
                  {t(seen.kind === 'ARREARS' ? 'take.ask' : 'take.title')}
                </Button>
              </Group>
              {take.isError && <ProblemPanel error={take.error} />}
            </Stack>
          </Panel>
        )}
      </Stack>
    </>
  );
}
