import { Alert, Button, FileInput, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { FilePreviewDto, OverviewDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { TypedSelect } from '../../../../components/form/typed-select';
import { Icon } from '../../../../components/icon';
import { PageHeader } from '../../../../components/page/page-header';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { previewFile, uploadFile, useAgreement, useOverview } from '../api/reconciliation-api';
import { FetchFile } from './fetch-file';
import { FilePreview } from './file-preview';
import { MappingDialog } from './mapping-dialog';

type Owner = OverviewDto['banks'][number];

/** Those whose statements are compared, banks first; what is no bank says what it is. */
function choicesOf(owners: readonly Owner[], kindName: (kind: Owner['statement']) => string) {
  return owners
    .filter((owner) => owner.reconcile_from !== null)
    .map(({ bank_id: id, bank_name: name, statement }) => ({
      value: String(id),
      label: statement === 'BANK' ? name : `${name} · ${kindName(statement)}`,
    }));
}

/** A file is looked at first: what it seems to be, every mistake by its line. Only then it is stored, whole or not at all. */
export function UploadPage() {
  const { t } = useTranslation('reconciliation');
  const navigate = useNavigate();
  const [query] = useSearchParams();
  const overview = useOverview({});
  const [bank, setBank] = useState<string | null>(query.get('bank_id'));
  const [mapping, setMapping] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [answers, setAnswers] = useState<Record<number, string>>({});
  const [date, setDate] = useState('');
  const [seen, setSeen] = useState<FilePreviewDto | null>(null);
  const bankId = bank === null ? null : Number(bank);
  const agreement = useAgreement(bankId);
  const asked =
    file && bankId !== null
      ? { file, bankId, mappingId: mapping === null ? null : Number(mapping), answers }
      : null;
  const forget = () => {
    setSeen(null);
    setAnswers({});
  };
  const look = useAction({
    perform: (changed: Record<number, string>) => {
      if (!asked) throw new Error('no file chosen');
      return previewFile({ ...asked, answers: changed });
    },
    onSuccess: (preview) => {
      setSeen(preview);
      setDate(preview.settlement_date ?? '');
    },
  });
  const store = useAction({
    perform: () => {
      if (!asked) throw new Error('no file chosen');
      return uploadFile({ ...asked, settlementDate: date });
    },
    done: ({ stored, known }) => {
      if (known) return t(stored ? 'upload.again' : 'upload.known');
      return stored ? t('upload.stored') : undefined;
    },
    onSuccess: ({ reconciliation_id: id }) => {
      if (id !== null) void navigate(`/reconciliation/days/${String(id)}`);
    },
  });
  const answer = (position: number, value: string) => {
    const changed = { ...answers, [position]: value };
    setAnswers(changed);
    look.run(changed);
  };
  const ready = seen?.reading.storable === true && !seen.day_closed && date !== '';
  return (
    <>
      <PageHeader
        title={t('upload.title')}
        hint={t('upload.hint')}
        back={{ to: '/reconciliation', label: t('overview.title') }}
      />
      <Stack>
        <Panel title={t('upload.which')}>
          <Stack maw={560}>
            <TypedSelect
              label={t('upload.bank')}
              withAsterisk
              data={choicesOf(overview.data?.banks ?? [], (kind) => t(`kindOf.${kind}`))}
              value={bank}
              disabled={look.isPending}
              onChange={(value) => {
                setBank(value);
                setMapping(null);
                forget();
              }}
            />
            <Select
              label={t('upload.mapping')}
              description={t('upload.mappingHint')}
              placeholder={t('upload.mappingFound')}
              clearable
              data={(agreement.data?.mappings ?? []).map(({ id, name, version }) => ({
                value: String(id),
                label: t('upload.mappingName', { name, version }),
              }))}
              value={mapping}
              disabled={look.isPending}
              onChange={(value) => {
                setMapping(value);
                forget();
              }}
            />
            <FileInput
              label={t('upload.file')}
              withAsterisk
              placeholder={t('upload.choose')}
              value={file}
              // What is seen is of the file that stands here.
              disabled={look.isPending}
              onChange={(value) => {
                setFile(value);
                forget();
              }}
            />
            <Group>
              <Button
                loading={look.isPending}
                disabled={!asked}
                onClick={() => {
                  look.run(answers);
                }}
              >
                {t('upload.look')}
              </Button>
              {bankId !== null && seen && seen.reading.detected.columns.length > 0 && (
                <MappingDialog
                  bankId={bankId}
                  reading={seen.reading}
                  onSaved={() => {
                    forget();
                  }}
                />
              )}
            </Group>
            {look.isError && <ProblemPanel error={look.error} />}
          </Stack>
        </Panel>
        {bankId !== null && (agreement.data?.terms[0]?.source ?? 'UPLOAD') !== 'UPLOAD' && (
          <FetchFile bankId={bankId} />
        )}
        {seen && <FilePreview preview={seen} onAnswer={answer} busy={look.isPending} />}
        {seen?.reading.storable === true && (
          <Panel title={t('upload.store')}>
            <Stack maw={560}>
              {seen.day_closed && (
                <Alert color="red" variant="light" icon={<Icon name="warning" />}>
                  {t('upload.dayClosed')}
                </Alert>
              )}
              {seen.stored_as !== null && (
                <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
                  {t(seen.supersedes === null ? 'upload.storedBefore' : 'upload.holdsAgain')}
                </Alert>
              )}
              {seen.stored_as === null && seen.supersedes !== null && (
                <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
                  {t('upload.supersedes')}
                </Alert>
              )}
              <TextInput
                type="date"
                label={t('upload.date')}
                withAsterisk
                value={date}
                onChange={(event) => {
                  setDate(event.currentTarget.value);
                }}
              />
              <Text size="sm" c="dimmed">
                {t('upload.storeHint')}
              </Text>
              <Group>
                <Button
                  disabled={!ready}
                  loading={store.isPending}
                  onClick={() => {
                    store.run(undefined);
                  }}
                >
                  {t('upload.store')}
                </Button>
              </Group>
              {store.isError && <ProblemPanel error={store.error} />}
            </Stack>
          </Panel>
        )}
      </Stack>
    </>
  );
}
