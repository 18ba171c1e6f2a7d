import { Checkbox, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { SCHEDULE_EVERY } from '@tirtapay/domain';
import type { ReportSummaryDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import type { ReportQuery } from '../../../../components/report/report-api';
import { ApiProblem } from '../../../../lib/api-problem';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { changeKeptReport, keepReport, type SavedReport, type Schedule } from '../api/saved-reports-api';
import { REPORT_FILES } from '../api/reports-api';
import { fixedName, isRelative, isTime, relativeName, relativeOf } from './relative-words';
import { ScheduleFields } from './schedule-fields';

interface SaveReportDialogProps {
  report: ReportSummaryDto;
  /** What it is asked now. */
  query: ReportQuery;
  today: string;
  /** The kept one that is changed; null keeps another. */
  saved: SavedReport | null;
  onClose: () => void;
}

const NO_SCHEDULE = 'NEVER' as const;
const FIRST_SCHEDULE: Schedule = { every: SCHEDULE_EVERY[0], day: null, hour: 6, format: REPORT_FILES[0] };

/** Keeps what the report is asked under a name. A day or month either stays, or moves along with the calendar. */
export function SaveReportDialog({ report, query, today, saved, onClose }: SaveReportDialogProps) {
  const { t } = useTranslation('reports');
  const { t: common } = useTranslation();
  const before = Object.fromEntries(new URLSearchParams(saved?.parameters ?? ''));
  const [name, setName] = useState(saved?.name ?? '');
  const [shared, setShared] = useState(saved?.shared ?? false);
  const [schedule, setSchedule] = useState<Schedule | null>(saved?.schedule ?? null);
  const [empty, setEmpty] = useState(false);
  const times = report.parameters.filter(
    (parameter) => isTime(parameter) && query[parameter.name] !== undefined,
  );
  const choicesOf = (parameter: (typeof times)[number]) => {
    const value = query[parameter.name] ?? '';
    const kept = before[parameter.name] ?? '';
    const word = isRelative(kept) ? kept : relativeOf(parameter, value, today);
    return { value, word, usual: saved === null || isRelative(kept) ? (word ?? value) : value };
  };
  const [chosen, setChosen] = useState<ReportQuery>(() =>
    Object.fromEntries(times.map((parameter) => [parameter.name, choicesOf(parameter).usual])),
  );
  const mayShare = usePermission('view.share');
  const action = useAction({
    perform: () => {
      const content = {
        name: name.trim(),
        shared,
        parameters: new URLSearchParams({ ...query, ...chosen }).toString(),
        schedule,
      };
      return saved === null
        ? keepReport({ report: report.key, ...content })
        : changeKeptReport({ id: saved.id, version: saved.version, ...content });
    },
    done: () => t('kept', { name: name.trim() }),
    onSuccess: onClose,
  });
  const taken =
    action.error instanceof ApiProblem && action.error.code === 'saved_report.duplicate'
      ? action.error.title
      : undefined;
  const missing = empty && name.trim() === '' ? common('form.required') : undefined;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(saved === null ? 'keep' : 'change')}
      pending={action.isPending}
      error={taken === undefined ? action.error : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(name.trim() === '');
        if (name.trim() !== '') action.run(undefined);
      }}
    >
      <TextInput
        data-autofocus
        label={t('keptName')}
        withAsterisk
        maxLength={60}
        value={name}
        error={taken ?? missing}
        onChange={(event) => {
          setName(event.currentTarget.value);
          action.reset();
        }}
      />
      {times.length > 0 && (
        <SimpleGrid cols={{ base: 1, xs: times.length === 1 ? 1 : 2 }}>
          {times.map((parameter) => {
            const { value, word } = choicesOf(parameter);
            return (
              <Select
                key={parameter.name}
                label={parameter.title}
                allowDeselect={false}
                data={[
                  ...(word === null ? [] : [{ value: word, label: relativeName(word, t) }]),
                  { value, label: t('always', { value: fixedName(parameter, value) }) },
                ]}
                value={chosen[parameter.name] ?? value}
                onChange={(next) => {
                  if (next !== null) setChosen({ ...chosen, [parameter.name]: next });
                }}
              />
            );
          })}
        </SimpleGrid>
      )}
      <Select
        label={t('schedule')}
        allowDeselect={false}
        data={([NO_SCHEDULE, ...SCHEDULE_EVERY] as const).map((value) => ({
          value,
          label: t(`every.${value}`),
        }))}
        value={schedule?.every ?? NO_SCHEDULE}
        onChange={(next) => {
          const every = SCHEDULE_EVERY.find((known) => known === next);
          const { hour, format } = schedule ?? FIRST_SCHEDULE;
          setSchedule(
            every === undefined
              ? null
              : { every, hour, format, day: every === 'MONTH' ? (schedule?.day ?? 1) : null },
          );
        }}
      />
      {schedule !== null && (
        <Stack gap="xs">
          <ScheduleFields schedule={schedule} onChange={setSchedule} />
          <Text size="xs" c="dimmed">
            {t('scheduleHint')}
          </Text>
        </Stack>
      )}
      {(mayShare || shared) && (
        <Checkbox
          label={t('share')}
          description={t('shareHint')}
          checked={shared}
          onChange={(event) => {
            setShared(event.currentTarget.checked);
          }}
        />
      )}
    </FormDialog>
  );
}
