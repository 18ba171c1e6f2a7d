import { Button, CloseButton, Loader, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageMeta } from '@tirtapay/contracts';
import { formatMoney } from '../../lib/format';
import { countedRows } from './counted-rows';
import classes from './list-page.module.css';
import type { FileFormat, Totals } from './list-api';
import { ExportButton } from './export-button';
import { useTotals } from './list-totals';
import type { Selection } from './use-selection';

interface SelectionBarProps {
  selection: Selection;
  path: string;
  /** All rows of the filter, ticked or not. */
  matching: PageMeta;
  /** The first sum of money, in words: what the ticked rows are worth. */
  worth: { key: string; label: string } | undefined;
  onExport: ((format: FileFormat) => Promise<void>) | undefined;
  /** What else this list does with several rows. */
  actions: ReactNode;
}

/** What the server counts, before anything is done with it. */
function Preview({ totals, worth }: { totals: Totals; worth: SelectionBarProps['worth'] }) {
  const { t } = useTranslation();
  const amount = worth === undefined ? undefined : totals.sums[worth.key];
  return (
    <Text size="sm" fw={600}>
      {t('list.selected', {
        count: totals.rows,
        rows: countedRows({ total: totals.rows, ...(totals.capped && { total_capped: true }) }),
      })}
      {worth !== undefined && amount !== undefined && ` · ${worth.label} ${formatMoney(amount)}`}
    </Text>
  );
}

/** Over the page while rows are ticked: how many they are and what can be done with them. */
export function SelectionBar(props: SelectionBarProps) {
  const { selection, matching, onExport } = props;
  const { t } = useTranslation();
  const totals = useTotals(props.path, selection.asked, !selection.isEmpty);
  if (selection.isEmpty) return null;
  const all = selection.everything || selection.ids.length >= matching.total;
  return (
    <section className={classes.selectionBar} aria-label={t('list.selection')}>
      <div role="status" className={classes.selectionCount}>
        {totals.data === undefined || totals.isPlaceholderData ? (
          <Loader size="xs" aria-label={t('state.loading')} />
        ) : (
          <Preview totals={totals.data} worth={props.worth} />
        )}
        {totals.isError && (
          <Text size="sm" c="red">
            {t('list.selectionFailed')}
          </Text>
        )}
      </div>
      {!all && (
        <Button variant="subtle" size="compact-sm" onClick={selection.takeEverything}>
          {t('list.selectMatching', { count: matching.total, rows: countedRows(matching) })}
        </Button>
      )}
      {props.actions}
      {onExport && (
        <>
          <ExportButton format="csv" size="compact-sm" label={t('list.selectedCsv')} onExport={onExport} />
          <ExportButton format="xlsx" size="compact-sm" label={t('list.selectedXlsx')} onExport={onExport} />
        </>
      )}
      <CloseButton size="sm" aria-label={t('list.clearSelection')} onClick={selection.clear} />
    </section>
  );
}
