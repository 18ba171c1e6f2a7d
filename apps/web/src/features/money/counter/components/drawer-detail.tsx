import { Alert, Anchor, Button, Group, Stack, Switch, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { DrawerDetailDto, DrawerMoveDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { TypedSelect } from '../../../../components/form/typed-select';
import { useFollowing } from '../../../../components/form/use-following';
import { MovementCorrectionDialog } from '../../../../components/form/movement-correction-dialog';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Fields } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { WideTable } from '../../../../components/wide-table';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMomentShort } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { changeDrawer, correctMove, useDrawer, usePayPoints } from '../api/drawers-api';
import { DepositDialog } from './deposit-dialog';
import { DifferenceDialog } from './difference-dialog';
import { FeeDialog } from './fee-dialog';
import { FloatDialog } from './float-dialog';

function Moves({ drawer }: { drawer: DrawerDetailDto }) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const [wrong, setWrong] = useState<DrawerMoveDto | null>(null);
  if (drawer.moves.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('drawers.noMoves')}
      </Text>
    );
  return (
    <>
      <WideTable label={t('drawers.moves')} minWidth={460} cards>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{common('word.time')}</Table.Th>
            <Table.Th>{t('entries.what')}</Table.Th>
            <Table.Th>{common('word.by')}</Table.Th>
            <Table.Th ta="right">{common('word.amount')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {drawer.moves.map((move) => (
            <Table.Tr key={move.id}>
              <Table.Td>{formatMomentShort(move.moved_at)}</Table.Td>
              <Table.Td>
                {t(`entries.kind.${move.kind}` as 'entries.kind.FLOAT')}
                {move.reverses_id !== null && ` (${t('drawers.takesBack')})`}
                {move.corrected && ` (${t('drawers.corrected')})`}
                {[move.bank_reference, move.note].map(
                  (text) =>
                    text !== null && (
                      <Text key={text} size="xs" c="dimmed">
                        {text}
                      </Text>
                    ),
                )}
              </Table.Td>
              <Table.Td>
                {move.made_by}
                {move.decided_by !== null && (
                  <Text size="xs" c="dimmed">
                    {t('drawers.agreedBy', { name: move.decided_by })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">
                <Money amount={move.amount} />
                {move.kind !== 'DIFFERENCE' && move.reverses_id === null && !move.corrected && (
                  <Anchor
                    component="button"
                    type="button"
                    size="xs"
                    display="block"
                    ml="auto"
                    onClick={() => {
                      setWrong(move);
                    }}
                  >
                    {t('drawers.correct')}
                  </Anchor>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </WideTable>
      {wrong !== null && (
        <MovementCorrectionDialog
          id={wrong.id}
          booked={Math.abs(wrong.amount)}
          reference={wrong.bank_reference}
          perform={correctMove}
          onClose={() => {
            setWrong(null);
          }}
        />
      )}
    </>
  );
}

const valuesOf = (drawer: DrawerDetailDto) => ({
  name: drawer.name,
  active: drawer.active,
  place: drawer.pay_point_id === null ? null : String(drawer.pay_point_id),
});

function Change({ stored }: { stored: DrawerDetailDto }) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  // Whoever may not read the places keeps the one there is: a field without a choice would only empty it.
  const seesPlaces = usePermission('setting.read');
  const places = usePayPoints(seesPlaces);
  const form = useForm({
    initialValues: valuesOf(stored),
    validate: { name: (value) => (value.trim() === '' ? common('form.required') : null) },
  });
  const [drawer, take] = useFollowing(form, stored, valuesOf);
  const action = useAction({
    perform: changeDrawer,
    done: () => t('drawers.saved'),
    onSuccess: (answer) => {
      form.resetDirty();
      take(answer);
    },
  });
  return (
    <form
      onSubmit={form.onSubmit(({ name, active, place }) => {
        action.run({
          id: drawer.id,
          body: {
            version: drawer.version,
            name: name.trim(),
            active,
            pay_point_id: place === null ? null : Number(place),
          },
        });
      })}
    >
      <Stack gap="sm">
        <TextInput
          label={common('word.name')}
          maxLength={100}
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        {seesPlaces && (
          <TypedSelect
            label={t('drawers.payPoint')}
            description={t('drawers.payPointHint')}
            data={placesOf(places.data ?? [], drawer)}
            clearable
            key={form.key('place')}
            {...form.getInputProps('place')}
          />
        )}
        <Switch
          label={t('drawers.usable')}
          key={form.key('active')}
          {...form.getInputProps('active', { type: 'checkbox' })}
        />
        {action.isError && <ProblemPanel error={action.error} />}
        <Group justify="flex-end">
          <Button type="submit" variant="default" disabled={!form.isDirty()} loading={action.isPending}>
            {common('action.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Where it may stand; also where it stands now, though that place may be closed. */
function placesOf(open: readonly { id: number; name: string }[], drawer: DrawerDetailDto) {
  const known = open.map(({ id, name }) => ({ value: String(id), label: name }));
  const { pay_point_id: id, pay_point_name: name } = drawer;
  return id === null || open.some((place) => place.id === id)
    ? known
    : [...known, { value: String(id), label: name ?? String(id) }];
}

/** One drawer: what is in it, who has it, and the money that goes in and out beside sales. */
export function DrawerDetail({ id }: { id: number }) {
  const { t } = useTranslation('counter');
  const query = useDrawer(id);
  const [dialog, setDialog] = useState<'deposit' | 'float' | 'difference' | 'fee' | null>(null);
  const close = () => {
    setDialog(null);
  };
  if (query.isError && query.data === undefined)
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <EmptyMessage icon="search" title={query.error.title} />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  if (query.data === undefined) return <DetailSkeleton />;
  const drawer = query.data;
  const free = drawer.shift_id === null;
  return (
    <Stack>
      <Fields
        rows={[
          { label: t('drawers.code'), value: drawer.code },
          {
            label: t('drawers.balance'),
            value: drawer.balance === null ? t('drawers.hidden') : <Money amount={drawer.balance} />,
          },
          { label: t('drawers.payPoint'), value: drawer.pay_point_name ?? '—' },
          { label: t('sheets.fee'), value: <Money amount={drawer.admin_fee} /> },
        ]}
      />
      {drawer.fee_id !== null && (
        <Alert color="yellow" variant="light" icon={<Icon name="inbox" />}>
          {t('fee.waits')} <ApprovalLink id={drawer.fee_id}>{t('fee.see')}</ApprovalLink>
        </Alert>
      )}
      {!free && (
        <Alert variant="light" icon={<Icon name="user" />}>
          {t('drawers.heldBy', { name: drawer.cashier_name ?? '' })}{' '}
          <Anchor component={Link} size="sm" to={`/shifts/${String(drawer.shift_id)}`}>
            {t('drawers.seeShift')}
          </Anchor>
        </Alert>
      )}
      <Group gap="xs">
        <Button
          onClick={() => {
            setDialog('float');
          }}
        >
          {t('float.title')}
        </Button>
        {free && (
          <>
            <Button
              variant="default"
              onClick={() => {
                setDialog('deposit');
              }}
            >
              {t('deposit.title')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setDialog('difference');
              }}
            >
              {t('difference.title')}
            </Button>
          </>
        )}
        {drawer.fee_id === null && (
          <Button
            variant="default"
            onClick={() => {
              setDialog('fee');
            }}
          >
            {t('fee.title')}
          </Button>
        )}
        <Button component={Link} to={`/shifts?drawer_id=${String(drawer.id)}`} variant="default">
          {t('drawers.shifts')}
        </Button>
      </Group>
      <Change stored={drawer} />
      <Text fw={600}>{t('drawers.moves')}</Text>
      <Moves drawer={drawer} />
      {dialog === 'float' && <FloatDialog drawer={drawer} onClose={close} />}
      {dialog === 'deposit' && <DepositDialog drawerId={drawer.id} onClose={close} />}
      {dialog === 'fee' && <FeeDialog drawer={drawer} onClose={close} />}
      {dialog === 'difference' && <DifferenceDialog drawer={drawer} onClose={close} />}
    </Stack>
  );
}
