import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { TypedSelect } from '../../../../components/form/typed-select';
import { CorrectionEffect } from '../../../../components/correction-effect';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, NotFoundPage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatPeriod } from '../../../../lib/format';
import { useTariffs } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { previewCorrection, requestCorrection, useBill, useReadingInForce } from '../api/bills-api';
import { RightStandFields } from './right-stand-fields';
import { standsAsked, tariffAsked } from './right-stands';
import type { RightStands, WhatWasWrong } from './right-stands';

/** The right stand or category → what it does to which bill → a second person. */
export function CorrectionPage() {
  const { t } = useTranslation('bills');
  const navigate = useNavigate();
  const id = Number(useParams().id);
  const query = useBill(id);
  const reading = useReadingInForce(query.data);
  const tariffs = useTariffs();
  const [what, setWhat] = useState<WhatWasWrong>('stand');
  const [right, setRight] = useState<RightStands>({ stand: '', removed: '', installed: '' });
  const [tariffId, setTariffId] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const preview = useAction({ perform: previewCorrection });
  const request = useAction({
    perform: (reason: string) => requestCorrection({ id, body: { ...preview.variables?.body, reason } }),
    done: () => t('correction.sent'),
    onSuccess: () => void navigate(`/bills/${String(id)}`, { replace: true }),
  });
  if (query.isError && query.data === undefined)
    return query.error instanceof ApiProblem && query.error.status === 404 ? (
      <NotFoundPage />
    ) : (
      <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />
    );
  if (!query.data) return <DetailSkeleton />;
  const bill = query.data;
  const body = what === 'tariff' ? tariffAsked(tariffId) : standsAsked(what, right);
  const changed = <T,>(set: (value: T) => void) => {
    return (value: T) => {
      set(value);
      preview.reset();
    };
  };
  return (
    <Stack>
      <PageHeader
        title={t('correction.title', { period: formatPeriod(bill.period) })}
        hint={`${bill.customer.name} (${bill.customer.customer_number})`}
        back={{ to: `/bills/${String(id)}`, label: t('detail.title', { period: formatPeriod(bill.period) }) }}
      />
      <Panel>
        <Text size="sm" c="dimmed" mb="md">
          {t('correction.hint')}
        </Text>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (body !== null) preview.run({ id, body });
          }}
        >
          <Stack align="flex-start">
            <SegmentedControl
              aria-label={t('correction.what')}
              // Three beside each other are wider than a phone.
              orientation={bill.meter_change === null ? 'horizontal' : 'vertical'}
              value={what}
              onChange={changed((value: string) => {
                setWhat(value as WhatWasWrong);
              })}
              data={[
                { value: 'stand', label: t('correction.stand') },
                ...(bill.meter_change === null
                  ? []
                  : [{ value: 'exchange', label: t('correction.exchange') }]),
                { value: 'tariff', label: t('correction.tariff') },
              ]}
            />
            <Group align="flex-end">
              {what !== 'tariff' ? (
                <RightStandFields what={what} reading={reading} right={right} onChange={changed(setRight)} />
              ) : (
                <TypedSelect
                  label={t('correction.rightTariff')}
                  description={bill.tariff_version?.tariff_code}
                  data={(tariffs.data ?? []).map((row) => ({
                    value: String(row.id),
                    label: `${row.code} · ${row.name}`,
                  }))}
                  value={tariffId}
                  onChange={changed(setTariffId)}
                />
              )}
              <Button
                type="submit"
                variant={preview.data ? 'default' : 'filled'}
                loading={preview.isPending}
                disabled={body === null}
              >
                {t('correction.preview')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
      {preview.isError && <ProblemPanel error={preview.error} />}
      {preview.data && (
        <Panel>
          <Stack>
            <CorrectionEffect effect={preview.data} />
            <Group justify="flex-end">
              <Button
                onClick={() => {
                  setConfirming(true);
                }}
              >
                {t('correction.send')}
              </Button>
            </Group>
          </Stack>
        </Panel>
      )}
      <ConfirmDialog
        opened={confirming}
        onClose={() => {
          setConfirming(false);
        }}
        title={t('correction.confirm')}
        confirmLabel={t('correction.send')}
        reason="required"
        action={request}
      >
        <Text size="sm">{t('correction.confirmBody')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
