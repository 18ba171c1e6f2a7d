import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TypedSelect } from '../../../../components/form/typed-select';
import { PeriodInput } from '../../../../components/form/period-input';
import { useRegions, useRoutesOf } from '../../../../lib/reference-data';

interface RoutePickerProps {
  /** Of the route that is shown already, by its name; null while none is. */
  regionName: string | null;
  routeId: number | null;
  period: string | null;
  onRoute: (routeId: number) => void;
  onPeriod: (period: string | null) => void;
}

/** Region, route and month; a single region needs no choice. */
export function RoutePicker({ regionName, routeId, period, onRoute, onPeriod }: RoutePickerProps) {
  const { t } = useTranslation();
  const regions = useRegions();
  const [chosen, setChosen] = useState<string | null>(null);
  const all = regions.data ?? [];
  const known = all.find((row) => row.name === regionName) ?? (all.length === 1 ? all[0] : undefined);
  const regionId = chosen ?? (known ? String(known.id) : null);
  const routes = useRoutesOf(regionId === null ? undefined : Number(regionId));
  return (
    <Group align="flex-end" gap="sm">
      <TypedSelect
        label={t('word.region')}
        data={all.map((row) => ({ value: String(row.id), label: row.name }))}
        value={regionId}
        onChange={setChosen}
      />
      <TypedSelect
        label={t('word.route')}
        data={(routes.data ?? []).map((row) => ({ value: String(row.id), label: `${row.code} ${row.name}` }))}
        value={routeId === null ? null : String(routeId)}
        onChange={(value) => {
          if (value !== null) onRoute(Number(value));
        }}
      />
      <PeriodInput value={period} onChange={onPeriod} />
    </Group>
  );
}
