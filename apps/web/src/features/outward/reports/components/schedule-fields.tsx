import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { REPORT_FILES } from '../api/reports-api';
import type { Schedule } from '../api/saved-reports-api';
import { hourName } from './hour-name';

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

interface ScheduleFieldsProps {
  schedule: Schedule;
  onChange: (schedule: Schedule) => void;
}

/** When a report comes, and as what. */
export function ScheduleFields({ schedule, onChange }: ScheduleFieldsProps) {
  const { t } = useTranslation('reports');
  const monthly = schedule.every === 'MONTH';
  return (
    <SimpleGrid cols={{ base: 1, xs: monthly ? 3 : 2 }}>
      {monthly && (
        <Select
          label={t('day')}
          allowDeselect={false}
          data={DAYS.map((day) => ({ value: String(day), label: day === 31 ? t('lastDay') : String(day) }))}
          value={String(schedule.day ?? 1)}
          onChange={(day) => {
            onChange({ ...schedule, day: Number(day ?? 1) });
          }}
        />
      )}
      <Select
        label={t('hour')}
        allowDeselect={false}
        data={HOURS.map((hour) => ({ value: String(hour), label: hourName(hour) }))}
        value={String(schedule.hour)}
        onChange={(hour) => {
          onChange({ ...schedule, hour: Number(hour ?? schedule.hour) });
        }}
      />
      <Select
        label={t('format')}
        allowDeselect={false}
        data={REPORT_FILES.map((format) => ({ value: format, label: format.toUpperCase() }))}
        value={schedule.format}
        onChange={(next) => {
          onChange({
            ...schedule,
            format: REPORT_FILES.find((format) => format === next) ?? schedule.format,
          });
        }}
      />
    </SimpleGrid>
  );
}
