import { Anchor, Stack, Text } from '@mantine/core';
import { figuresTotal } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { CorrectionEffect } from '../../../../components/correction-effect';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PrintPaper } from '../../../../components/print/print-paper';
import { formatMoment, formatPeriod } from '../../../../lib/format';
import { correctionPaper, useCorrections } from '../api/bills-api';

type Note = NonNullable<ReturnType<typeof useCorrections>['data']>[number];

/** The papers of this bill, newest first: what was wrong, who decided, what became of the money. */
export function BillCorrections({ billId }: { billId: number }) {
  const { t } = useTranslation('bills');
  const query = useCorrections(billId);
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data || query.data.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {query.data ? t('correction.none') : '…'}
      </Text>
    );
  return (
    <Stack>
      {query.data.map((note) => (
        <Paper key={note.id} note={note} />
      ))}
    </Stack>
  );
}

function Paper({ note }: { note: Note }) {
  const { t } = useTranslation('bills');
  const difference = note.items.reduce(
    (sum, { before, after, penalty }) => sum + figuresTotal(after) - figuresTotal(before) + penalty,
    0,
  );
  return (
    <Stack gap="xs" component="article" aria-label={note.note_number}>
      <div>
        <Text fw={650}>
          {note.note_number} · {t(`correction.cause.${note.cause}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {formatMoment(note.created_at)} ·{' '}
          {note.requested_by === null
            ? t('correction.itself')
            : t('correction.by', { maker: note.requested_by, checker: note.approved_by ?? '—' })}
        </Text>
        {note.reason !== null && <Text size="sm">{note.reason}</Text>}
      </div>
      <PrintPaper
        name={`nota-koreksi-${String(note.id)}.pdf`}
        label={t('correction.print')}
        fetch={() => correctionPaper(note.id)}
      />
      <CorrectionEffect effect={{ items: note.items, difference, settled: note.amount }} />
      {note.amount > 0 &&
        (note.carrier_id === null || note.carrier_period === null ? (
          <Text size="sm">{t('correction.waiting')}</Text>
        ) : (
          <Anchor component={Link} to={`/bills/${String(note.carrier_id)}`} size="sm">
            {t('correction.carrier', { period: formatPeriod(note.carrier_period) })}
          </Anchor>
        ))}
    </Stack>
  );
}
