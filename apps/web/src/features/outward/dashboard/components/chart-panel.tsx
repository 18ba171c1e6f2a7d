import { Group, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../../components/page/panel';

interface ChartPanelProps {
  title: string;
  /** Beside the choice, for instance the way to the whole. */
  more?: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}

/** Every chart can be read as a table. */
export function ChartPanel({ title, more, chart, table }: ChartPanelProps) {
  const { t } = useTranslation('dashboard');
  const [view, setView] = useState('chart');
  return (
    <Panel
      title={title}
      action={
        <Group gap="sm" flex="0 0 auto">
          {more}
          <SegmentedControl
            size="xs"
            flex="0 0 auto"
            aria-label={`${t('view')}: ${title}`}
            value={view}
            onChange={setView}
            data={[
              { value: 'chart', label: t('chart') },
              { value: 'table', label: t('table') },
            ]}
          />
        </Group>
      }
    >
      {view === 'chart' ? chart : table}
    </Panel>
  );
}
