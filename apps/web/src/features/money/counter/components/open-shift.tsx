import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { DrawerDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { TypedSelect } from '../../../../components/form/typed-select';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { openOwnShift, useFreeDrawers } from '../api/counter-api';
import { DifferenceReason } from './difference-reason';
import { PiecesCount } from './pieces-count';
import { useCount } from './use-count';

const drawerLabel = ({ code, name, pay_point_name: place }: DrawerDto) =>
  [code, name, place].filter((part) => part !== null).join(' · ');

/** A cashier chooses a drawer, counts what is in it and takes it over. */
export function OpenShift() {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const drawers = useFreeDrawers();
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const count = useCount();
  const [told, setTold] = useState(false);
  const action = useAction({
    perform: openOwnShift,
    done: () => t('open.done'),
    onError: (error) => {
      setTold(count.refused(error));
    },
  });
  if (drawers.isError && drawers.data === undefined)
    return <ProblemPanel error={drawers.error} onRetry={() => void drawers.refetch()} />;
  if (drawers.data === undefined) return <DetailSkeleton />;
  const free = drawers.data;
  if (free.length === 0)
    return <EmptyMessage icon="store" title={t('open.none')} hint={t('open.noneHint')} />;
  // Where there is one only, it is the one.
  const drawer = chosen ?? (free.length === 1 ? String(free[0]?.id) : null);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(drawer === null);
        const body = count.read();
        if (drawer !== null && body !== null) action.run({ drawer_id: Number(drawer), ...body });
      }}
    >
      <Panel>
        <Stack>
          <Text size="sm" c="dimmed">
            {t('open.hint')}
          </Text>
          <TypedSelect
            label={t('open.drawer')}
            placeholder={common('form.choose')}
            data={free.map((one) => ({ value: String(one.id), label: drawerLabel(one) }))}
            value={drawer}
            error={missing && drawer === null ? common('form.required') : undefined}
            withAsterisk
            autoFocus={free.length > 1}
            onChange={setChosen}
          />
          <PiecesCount
            typed={count.typed}
            onChange={count.setTyped}
            legend={t('open.float')}
            first={free.length === 1}
          />
          <DifferenceReason count={count} />
          {count.problem !== null && (
            <Alert color="red" variant="light" icon={<Icon name="warning" />} role="alert">
              {count.problem}
            </Alert>
          )}
          {action.isError && !told && <ProblemPanel error={action.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={action.isPending}>
              {t('open.submit')}
            </Button>
          </Group>
        </Stack>
      </Panel>
    </form>
  );
}
