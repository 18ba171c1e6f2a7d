import { Button, Checkbox, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReportLetterheadDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router-dom';
import { TypedSelect } from '../../../../components/form/typed-select';
import { useFollowing } from '../../../../components/form/use-following';
import { useFormAction } from '../../../../components/form/use-form-action';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useReports } from '../../../../components/report/report-api';
import { setLetterhead, useLetterhead } from '../api/reports-api';

const ALL = 'all';
const SIGNERS = 4;
const LINES = 3;

type Signer = ReportLetterheadDto['signers'][number];
interface Values extends Record<string, unknown> {
  head_lines: string[];
  place: string;
  signers: Signer[];
}

const NOBODY: Signer = { heading: '', name: '', title: '', nik: '', shown: false };
const filled = <T,>(given: readonly T[], most: number, empty: T): T[] =>
  Array.from({ length: most }, (_, index) => given[index] ?? empty);

/** Somebody without a word is nobody. */
const isSomebody = ({ heading, name, title, nik }: Signer) =>
  [heading, name, title, nik].some((text) => text.trim() !== '');

const valuesOf = (letterhead: ReportLetterheadDto): Values => ({
  head_lines: filled(letterhead.head_lines, LINES, ''),
  place: letterhead.place,
  signers: filled(letterhead.signers, SIGNERS, NOBODY),
});

function LetterheadForm({ stored }: { stored: ReportLetterheadDto }) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const form = useForm<Values>({ initialValues: valuesOf(stored) });
  const [letterhead, take] = useFollowing(form, stored, valuesOf);
  const { sending } = useFormAction(form, {
    perform: setLetterhead,
    done: () => t('saved'),
    onSuccess: (answer) => {
      form.resetDirty();
      take(answer);
    },
    asks: (values) => ({
      key: letterhead.report,
      version: letterhead.version,
      place: values.place,
      head_lines: values.head_lines.filter((line) => line.trim() !== ''),
      signers: values.signers.filter(isSomebody),
    }),
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <Stack>
        {letterhead.inherited && (
          <Text size="sm" c="dimmed">
            {t('inherited')}
          </Text>
        )}
        <Panel title={t('head')}>
          <Stack gap="sm">
            {form.values.head_lines.map((_, index) => (
              <TextInput
                key={index}
                label={t('line', { number: index + 1 })}
                maxLength={120}
                {...form.getInputProps(`head_lines.${String(index)}`)}
              />
            ))}
            <TextInput
              label={t('place')}
              description={t('placeHint')}
              maxLength={60}
              {...form.getInputProps('place')}
            />
          </Stack>
        </Panel>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {form.values.signers.map((_, index) => {
            const at = `signers.${String(index)}`;
            return (
              <Panel key={index} title={t('signer', { number: index + 1 })}>
                <Stack gap="sm">
                  <TextInput label={t('heading')} maxLength={60} {...form.getInputProps(`${at}.heading`)} />
                  <TextInput label={t('office')} maxLength={100} {...form.getInputProps(`${at}.title`)} />
                  <TextInput
                    label={t('name')}
                    description={t('nameHint')}
                    maxLength={100}
                    {...form.getInputProps(`${at}.name`)}
                  />
                  <TextInput label="NIK" maxLength={40} {...form.getInputProps(`${at}.nik`)} />
                  <Checkbox label={t('shown')} {...form.getInputProps(`${at}.shown`, { type: 'checkbox' })} />
                </Stack>
              </Panel>
            );
          })}
        </SimpleGrid>
        {sending.error != null && <ProblemPanel error={sending.error} />}
        <Button type="submit" loading={sending.pending} style={{ alignSelf: 'flex-start' }}>
          {common('action.save')}
        </Button>
      </Stack>
    </form>
  );
}

/** What is printed above and below reports: for all of them, or for one that has its own. */
export function LetterheadPage() {
  const { t } = useTranslation('reports');
  const [address, setAddress] = useSearchParams();
  const reports = useReports();
  const report = address.get('report') ?? ALL;
  const letterhead = useLetterhead(report);
  return (
    <Stack>
      <PageHeader
        title={t('letterhead')}
        hint={t('letterheadHint')}
        back={{ to: '/reports', label: t('title') }}
      />
      <TypedSelect
        label={t('report')}
        w={{ base: '100%', sm: 420 }}
        data={[
          { value: ALL, label: t('allReports') },
          ...(reports.data ?? []).map(({ key, title }) => ({ value: key, label: title })),
        ]}
        value={report}
        onChange={(key) => {
          setAddress(key === null || key === ALL ? {} : { report: key });
        }}
      />
      {letterhead.isError && (
        <ProblemPanel error={letterhead.error} onRetry={() => void letterhead.refetch()} />
      )}
      {letterhead.isPending && <DetailSkeleton />}
      {letterhead.data !== undefined && (
        <LetterheadForm key={letterhead.data.report} stored={letterhead.data} />
      )}
    </Stack>
  );
}
