import { ActionIcon, Anchor, Button, Group, Stack, Switch, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useFollowing } from '../../../../components/form/use-following';
import { Icon } from '../../../../components/icon';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import type { RegionDto, RouteDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { formatNumber } from '../../../../lib/format';
import { useRoutesOf } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { changeRegion, createRoute } from '../api/regions-api';
import { CodeNameDialog } from './code-name-dialog';
import { RenameRouteDialog } from './rename-route-dialog';

function Routes({ region, mayManage }: { region: RegionDto; mayManage: boolean }) {
  const { t } = useTranslation('regions');
  const { t: common } = useTranslation();
  const routes = useRoutesOf(region.id);
  const [adding, dialog] = useDisclosure(false);
  const [renamed, rename] = useState<RouteDto>();
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{t('routes')}</Text>
        {mayManage && (
          <Button
            size="xs"
            variant="default"
            leftSection={<Icon name="plus" size={14} />}
            onClick={dialog.open}
          >
            {t('addRoute')}
          </Button>
        )}
      </Group>
      {routes.isError && <ProblemPanel error={routes.error} onRetry={() => void routes.refetch()} />}
      {routes.isPending && <DetailSkeleton />}
      {routes.data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noRoutes')}
        </Text>
      )}
      {routes.data && routes.data.length > 0 && (
        <Table aria-label={t('routes')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('code')}</Table.Th>
              <Table.Th>{common('word.name')}</Table.Th>
              <Table.Th ta="right">{t('customers')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {routes.data.map((route) => (
              <Table.Tr key={route.id}>
                <Table.Td>{route.code}</Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    {route.name}
                    {mayManage && (
                      <ActionIcon
                        size="md"
                        variant="subtle"
                        aria-label={t('renameRoute', { code: route.code })}
                        onClick={() => {
                          rename(route);
                        }}
                      >
                        <Icon name="edit" size={14} />
                      </ActionIcon>
                    )}
                  </Group>
                </Table.Td>
                <Table.Td ta="right">
                  <Anchor
                    component={Link}
                    size="sm"
                    to={`/customers?region_id=${String(region.id)}&route_id=${String(route.id)}`}
                  >
                    {formatNumber(route.customer_count)}
                  </Anchor>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {renamed && (
        <RenameRouteDialog
          regionId={region.id}
          route={renamed}
          onClose={() => {
            rename(undefined);
          }}
        />
      )}
      {adding && (
        <CodeNameDialog
          title={t('addRoute')}
          codeLabel={t('routeCode')}
          digits={4}
          doneMessage={t('routeSaved')}
          perform={(values) => createRoute({ regionId: region.id, ...values })}
          onClose={dialog.close}
        />
      )}
    </div>
  );
}

const valuesOf = ({ name, active }: RegionDto) => ({ name, active });

export function RegionDetail({ region }: { region: RegionDto }) {
  const { t } = useTranslation('regions');
  const { t: common } = useTranslation();
  const mayManage = usePermission('region.manage');
  const form = useForm({
    initialValues: valuesOf(region),
    validate: { name: (value) => (value.trim() === '' ? common('form.required') : null) },
  });
  const [base, take] = useFollowing(form, region, valuesOf);
  const action = useAction({
    perform: changeRegion,
    done: () => t('saved'),
    onSuccess: (answer) => {
      form.resetDirty();
      take(answer);
    },
  });
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('code')} {region.code}
      </Text>
      <form
        onSubmit={form.onSubmit(({ name, active }) => {
          // Only what was touched: the trail says what somebody meant.
          action.run({
            id: base.id,
            version: base.version,
            ...(form.isDirty('name') && { name: name.trim() }),
            ...(form.isDirty('active') && { active }),
          });
        })}
      >
        <Stack>
          <TextInput
            label={common('word.name')}
            readOnly={!mayManage}
            maxLength={80}
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <Switch
            label={t('activeYes')}
            disabled={!mayManage}
            key={form.key('active')}
            {...form.getInputProps('active', { type: 'checkbox' })}
          />
          {action.isError && <ProblemPanel error={action.error} />}
          {mayManage && (
            <Button
              type="submit"
              loading={action.isPending}
              disabled={!form.isDirty()}
              style={{ alignSelf: 'flex-start' }}
            >
              {common('action.save')}
            </Button>
          )}
        </Stack>
      </form>
      <Routes region={region} mayManage={mayManage} />
    </Stack>
  );
}
