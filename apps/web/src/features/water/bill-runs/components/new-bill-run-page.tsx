import { Button, Group, Stack, Text } from '@mantine/core';
import type { BillRunBody } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { TypedSelect } from '../../../../components/form/typed-select';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { PeriodInput } from '../../../../components/form/period-input';
import { PageHeader } from '../../../../components/page/page-header';
import { EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatMoney, formatPeriod } from '../../../../lib/format';
import { useRegions, useTariffs, useWorkPeriod } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { previewRun, startRun } from '../api/bill-runs-api';
import { RunPreview } from './run-preview';

/** Period and scope → what would be issued → issued. Changing the scope takes the calculation away again. */
export function NewBillRunPage() {
  const { t } = useTranslation('bill-runs');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const usual = useWorkPeriod();
  const regions = useRegions();
  const tariffs = useTariffs();
  const [chosen, setChosen] = useState<string | null>(null);
  const [regionId, setRegionId] = useState<string | null>(null);
  const [tariffId, setTariffId] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const period = chosen ?? usual;
  const preview = useAction({ perform: previewRun });
  const scope: BillRunBody | null =
    period === null
      ? null
      : {
          period,
          ...(regionId !== null && { region_id: Number(regionId) }),
          ...(tariffId !== null && { tariff_id: Number(tariffId) }),
        };
  const run = useAction({
    perform: (_reason: string) => startRun(preview.variables ?? { period: '' }),
    onSuccess: (started) => void navigate(`/bill-runs/${String(started.id)}`, { replace: true }),
  });
  const changed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      preview.reset();
    };
  const result = preview.data;
  return (
    <Stack>
      <PageHeader title={t('new')} hint={t('form.hint')} back={{ to: '/bill-runs', label: t('title') }} />
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (scope !== null) preview.run(scope);
          }}
        >
          <Group align="flex-end">
            <PeriodInput value={period} onChange={changed(setChosen)} />
            <TypedSelect
              label={common('word.region')}
              placeholder={t('form.regionAll')}
              clearable
              data={(regions.data ?? []).map((row) => ({ value: String(row.id), label: row.name }))}
              value={regionId}
              onChange={changed(setRegionId)}
            />
            <TypedSelect
              label={common('word.tariff')}
              placeholder={t('form.tariffAll')}
              clearable
              data={(tariffs.data ?? []).map((row) => ({
                value: String(row.id),
                label: `${row.code} · ${row.name}`,
              }))}
              value={tariffId}
              onChange={changed(setTariffId)}
            />
            <Button
              type="submit"
              variant={result ? 'default' : 'filled'}
              loading={preview.isPending}
              disabled={scope === null}
            >
              {t('form.preview')}
            </Button>
          </Group>
        </form>
      </Panel>
      {preview.isError && <ProblemPanel error={preview.error} />}
      {result?.count === 0 && <EmptyMessage icon="bill" title={t('form.nothing')} />}
      {result && (
        <RunPreview
          preview={result}
          period={preview.variables.period}
          action={
            result.count > 0 && (
              <Button
                size="md"
                onClick={() => {
                  setConfirming(true);
                }}
              >
                {t('form.run', { count: result.count })}
              </Button>
            )
          }
        />
      )}
      {result && (
        <ConfirmDialog
          opened={confirming}
          onClose={() => {
            setConfirming(false);
          }}
          title={t('form.confirmTitle')}
          confirmLabel={t('form.confirm')}
          action={run}
        >
          <Text size="sm">
            {t('form.confirmBody', {
              count: result.count,
              period: formatPeriod(preview.variables.period),
              amount: formatMoney(result.amount),
            })}
          </Text>
        </ConfirmDialog>
      )}
    </Stack>
  );
}
