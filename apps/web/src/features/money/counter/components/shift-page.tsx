import { Alert, Button, Stack, Table } from '@mantine/core';
import type { PiecesDto, ShiftCashDto, ShiftDto } from '@tirtapay/api-client';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { ApprovalLink } from '../../../../components/approval-link';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Fields, Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { StatusBadge } from '../../../../components/status-badge';
import { WideTable } from '../../../../components/wide-table';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatDate, formatMoment, formatMoney } from '../../../../lib/format';
import { useSession } from '../../../../lib/session';
import { usePermission } from '../../../../lib/use-permission';
import { useShift } from '../api/counter-api';
import { CloseForDialog } from './close-for-dialog';
import { PrintClosingSheet } from './print-closing-sheet';
import { ShiftEntries } from './shift-entries';

/** How the books come to what must be there, line by line. */
function Cash({ shift, cash }: { shift: ShiftDto; cash: ShiftCashDto }) {
  const { t } = useTranslation('counter');
  const rows: readonly (readonly [keyof ShiftCashDto, number])[] = [
    ['opening', cash.opening],
    ['collected', cash.collected],
    ['reversed', -cash.reversed],
    ['sold', cash.sold],
    ['handed_back', -cash.handed_back],
    ['floats', cash.floats],
    ['deposits', -cash.deposits],
  ];
  const expected = shift.expected ?? rows.reduce((sum, [, amount]) => sum + amount, 0);
  return (
    <Table aria-label={t('shift.cash')}>
      <Table.Tbody>
        {rows.map(([name, amount]) => (
          <Table.Tr key={name}>
            <Table.Th fw={400}>{t(`shift.line.${name}`)}</Table.Th>
            <Table.Td ta="right">
              <Money amount={amount} />
            </Table.Td>
          </Table.Tr>
        ))}
        <Table.Tr>
          <Table.Th>{t('shift.expected')}</Table.Th>
          <Table.Th ta="right">
            <Money amount={expected} />
          </Table.Th>
        </Table.Tr>
        {shift.closing_count !== null && (
          <Table.Tr>
            <Table.Th>{t('shift.counted')}</Table.Th>
            <Table.Th ta="right">
              <Money amount={shift.closing_count} />
            </Table.Th>
          </Table.Tr>
        )}
        {shift.difference !== null && (
          <Table.Tr>
            <Table.Th>{t('shift.difference')}</Table.Th>
            <Table.Th ta="right" data-testid="difference">
              <Money amount={shift.difference} />
            </Table.Th>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  );
}

function Pieces({ label, pieces }: { label: string; pieces: readonly PiecesDto[] }) {
  const { t } = useTranslation('counter');
  return (
    <WideTable label={label} minWidth={220}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{label}</Table.Th>
          <Table.Th ta="right">{t('shift.pieces')}</Table.Th>
          <Table.Th ta="right">{t('count.total')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {pieces.map(({ denomination, pieces: count }) => (
          <Table.Tr key={denomination}>
            <Table.Td>{formatMoney(denomination)}</Table.Td>
            <Table.Td ta="right">{count}</Table.Td>
            <Table.Td ta="right">
              <Money amount={denomination * count} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </WideTable>
  );
}

function Waiting({ shift }: { shift: ShiftDto }) {
  const { t } = useTranslation('counter');
  if (shift.state !== 'COUNTED') return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="inbox" />} mb="md" title={t('waiting.title')}>
      {t('waiting.body')}{' '}
      {shift.approval_id !== null && <ApprovalLink id={shift.approval_id}>{t('waiting.see')}</ApprovalLink>}
    </Alert>
  );
}

export function ShiftPage() {
  const { t } = useTranslation('counter');
  const session = useSession();
  const maySupervise = usePermission('counter.supervise');
  const [closing, dialog] = useDisclosure(false);
  const query = useShift(Number(useParams().id));
  if (query.isError && query.data === undefined)
    return query.error instanceof ApiProblem && (query.error.status === 404 || query.error.status === 400) ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  if (query.data === undefined) return <DetailSkeleton />;
  const shift = query.data;
  const own = 'user' in session && session.user.id === shift.cashier_id;
  return (
    <>
      <PageHeader
        title={t('shift.title', { drawer: shift.drawer_name, id: shift.id })}
        badge={<StatusBadge kind="shift" state={shift.state} />}
        hint={`${shift.cashier_name} · ${formatDate(shift.business_date)}`}
        back={
          own && shift.state === 'OPEN'
            ? { to: '/counter', label: t('title') }
            : { to: '/shifts', label: t('shifts.title') }
        }
        actions={
          <>
            {own && shift.state === 'CLOSED' && (
              <Button component={Link} to="/counter" variant="default">
                {t('shift.toCounter')}
              </Button>
            )}
            {maySupervise && !own && shift.state === 'OPEN' && (
              <Button variant="default" onClick={dialog.open}>
                {t('shift.closeFor')}
              </Button>
            )}
            {shift.state !== 'OPEN' && <PrintClosingSheet shiftId={shift.id} />}
          </>
        }
      />
      <Waiting shift={shift} />
      <Stack>
        <Panel title={t('entries.title')}>
          <ShiftEntries shift={shift} />
        </Panel>
        <Split>
          <Panel title={t('shift.cash')}>
            {shift.cash === null ? t('shift.blind') : <Cash shift={shift} cash={shift.cash} />}
          </Panel>
          <Panel title={t('shift.facts')}>
            <Stack>
              <Fields
                rows={[
                  { label: t('shift.opened'), value: formatMoment(shift.opened_at) },
                  ...(shift.counted_at === null
                    ? []
                    : [{ label: t('shift.countedAt'), value: formatMoment(shift.counted_at) }]),
                  ...(shift.closed_at === null
                    ? []
                    : [{ label: t('shift.closed'), value: formatMoment(shift.closed_at) }]),
                  ...(shift.reason === null ? [] : [{ label: t('close.reason'), value: shift.reason }]),
                  ...(shift.decided_by === null
                    ? []
                    : [{ label: t('shift.decidedBy'), value: shift.decided_by }]),
                  ...(shift.handed_to === null
                    ? []
                    : [{ label: t('shift.handedTo'), value: `Shift ${String(shift.handed_to)}` }]),
                ]}
              />
              <Pieces label={t('shift.openingPieces')} pieces={shift.opening_pieces} />
              {shift.closing_pieces !== null && (
                <Pieces label={t('shift.closingPieces')} pieces={shift.closing_pieces} />
              )}
            </Stack>
          </Panel>
        </Split>
      </Stack>
      {closing && <CloseForDialog shift={shift} onClose={dialog.close} />}
    </>
  );
}
