import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { SheetRowDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PeriodInput } from '../../../../components/form/period-input';
import { UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { Icon } from '../../../../components/icon';
import { Money } from '../../../../components/money';
import { PageHeader } from '../../../../components/page/page-header';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatNumber } from '../../../../lib/format';
import { useWorkPeriod } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { recordSheet } from '../api/sheets-api';
import { bodyOf, emptyRow, faultOf, isEmpty, type SheetRow } from './sheet-rows';
import classes from './round.module.css';
import { SheetTable } from './sheet-table';

const FRESH = 5;
const fresh = () => Array.from({ length: FRESH }, emptyRow);

/** Many stands from paper or a spreadsheet: checked row by row, stored all together or not at all. */
export function SheetPage() {
  const { t } = useTranslation('readings');
  const usual = useWorkPeriod();
  const [chosen, setChosen] = useState<string | null>(null);
  const period = chosen ?? usual;
  const [rows, setRows] = useState<readonly SheetRow[]>(fresh);
  const [answers, setAnswers] = useState<ReadonlyMap<string, SheetRowDto>>(new Map());
  const [tried, setTried] = useState(false);
  const filled = rows.filter((row) => !isEmpty(row));
  const faults = new Map(filled.map((row) => [row.id, faultOf(row, filled)]));
  const faulty = [...faults.values()].filter((fault) => fault !== null).length;
  const ask = (dryRun: boolean) =>
    recordSheet({ period: period ?? '', rows: filled.map(bodyOf), dry_run: dryRun });
  const check = useAction({
    perform: () => ask(true),
    onSuccess: (sheet) => {
      setAnswers(
        new Map(filled.map((row, index) => [row.id, sheet.rows[index]] as const).filter(isAnswered)),
      );
    },
  });
  const store = useAction({
    perform: () => ask(false),
    done: (sheet) => t('sheet.stored', { count: sheet.rows.length }),
    onSuccess: () => {
      setRows(fresh());
      setAnswers(new Map());
      setTried(false);
      check.reset();
    },
  });
  // The answer is about the rows that were sent, and stored rows go from the sheet: nothing is typed into it meanwhile.
  const sending = check.isPending || store.isPending;
  const refused = filled.filter((row) => answers.get(row.id)?.problem != null).length;
  const checked = filled.length > 0 && filled.every((row) => answers.has(row.id));
  const change = (next: readonly SheetRow[]) => {
    setRows(next);
    setAnswers(new Map());
    check.reset();
    store.reset();
  };
  const total = filled.reduce((sum, row) => sum + (answers.get(row.id)?.quote_total ?? 0), 0);

  return (
    <>
      <UnsavedGuard dirty={filled.length > 0} />
      <PageHeader
        title={t('sheet.title')}
        hint={t('sheet.hint')}
        back={{ to: '/readings', label: t('title') }}
      />
      <Stack>
        <Panel>
          <fieldset className={classes.sent} disabled={sending}>
            <PeriodInput
              value={period}
              onChange={(value) => {
                setChosen(value);
                change(rows);
              }}
            />
          </fieldset>
        </Panel>
        <Panel>
          <Stack>
            <fieldset className={classes.sent} disabled={sending}>
              <SheetTable
                rows={rows}
                faults={tried ? faults : new Map()}
                answers={answers}
                onChange={change}
              />
            </fieldset>
            <Group justify="space-between">
              <Text size="sm" role="status">
                {t('sheet.count', { count: filled.length })}
                {checked && refused === 0 && (
                  <>
                    {' · '}
                    {t('sheet.total')} <Money amount={total} />
                  </>
                )}
              </Text>
              <Group>
                <Button
                  variant={checked && refused === 0 ? 'default' : 'filled'}
                  disabled={filled.length === 0 || period === null}
                  loading={check.isPending}
                  onClick={() => {
                    setTried(true);
                    if (faulty === 0) check.run(undefined);
                  }}
                >
                  {t('sheet.check')}
                </Button>
                <Button
                  disabled={!checked || refused > 0}
                  loading={store.isPending}
                  onClick={() => {
                    store.run(undefined);
                  }}
                >
                  {t('sheet.store', { count: filled.length })}
                </Button>
              </Group>
            </Group>
            {tried && faulty + refused > 0 && (
              <Alert color="yellow" variant="light" icon={<Icon name="warning" />} role="alert">
                {t('sheet.faulty', { rows: formatNumber(faulty + refused) })}
              </Alert>
            )}
            {check.isError && <ProblemPanel error={check.error} />}
            {store.isError && <ProblemPanel error={store.error} />}
          </Stack>
        </Panel>
      </Stack>
    </>
  );
}

function isAnswered(
  pair: readonly [string, SheetRowDto | undefined],
): pair is readonly [string, SheetRowDto] {
  return pair[1] !== undefined;
}
