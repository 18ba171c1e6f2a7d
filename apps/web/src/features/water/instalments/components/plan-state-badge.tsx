import { Badge } from '@mantine/core';
import type { InstalmentPlanDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';

const COLOURS: Readonly<Record<InstalmentPlanDto['state'], string>> = {
  RUNNING: 'blue',
  LATE: 'yellow',
  SETTLED: 'teal',
  BROKEN: 'red',
  WITHDRAWN: 'gray',
};

export function PlanStateBadge({ state }: { state: InstalmentPlanDto['state'] }) {
  const { t } = useTranslation('instalments');
  return (
    <Badge variant="light" color={COLOURS[state]} tt="none">
      {t(`state.${state}`)}
    </Badge>
  );
}
