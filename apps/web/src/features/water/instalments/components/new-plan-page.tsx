import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import type { PreviewPlanBody } from '@tirtapay/api-client';
import {
  addDays,
  businessDate,
  FEWEST_INSTALMENTS,
  FIRST_DUE_WITHIN,
  LEAST_INSTALMENT,
  MOST_INSTALMENTS,
} from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { InstalmentEffect } from '../../../../components/instalment-effect';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton, EmptyMessage } from '../../../../components/page/page-states';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { formatDateShort, formatMoney, formatPeriod } from '../../../../lib/format';
import { numberIn, numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { useUtility } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { previewPlan, requestPlan, useDebtor, useOpenBills } from '../api/instalments-api';

const COUNT = { min: FEWEST_INSTALMENTS, max: MOST_INSTALMENTS };
const DOWN = { min: LEAST_INSTALMENT, optional: true, unit: 'Rp' } as const;

type Bills = NonNullable<ReturnType<typeof useOpenBills>['data']>['data'];

/** Which bills, how many instalments, from when: seen first, then asked of a second person. */
export function NewPlanPage() {
  const { t } = useTranslation('instalments');
  const customerId = Number(useParams().id);
  const debtor = useDebtor(customerId);
  const open = useOpenBills(customerId);
  if (debtor.isError && debtor.data === undefined)
    return <ProblemPanel error={debtor.error} onRetry={() => void debtor.refetch()} />;
  if (open.isError && open.data === undefined)
    return <ProblemPanel error={open.error} onRetry={() => void open.refetch()} />;
  if (!debtor.data || !open.data) return <DetailSkeleton />;
  return (
    <Stack>
      <PageHeader
        title={t('new.title')}
        hint={`${debtor.data.customer_number} · ${debtor.data.name}`}
        back={{ to: `/customers/${String(customerId)}?tab=bills`, label: debtor.data.name }}
      />
      {open.data.data.length === 0 ? (
        <EmptyMessage icon="bill" title={t('new.nothing')} />
      ) : (
        <PlanForm customerId={customerId} bills={open.data.data} />
      )}
    </Stack>
  );
}

function PlanForm({ customerId, bills }: { customerId: number; bills: Bills }) {
  const { t } = useTranslation('instalments');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const today = useUtility().data?.business_date;
  const [ticked, setChosen] = useState<readonly string[]>(() => bills.map(({ id }) => String(id)));
  // What was paid meanwhile has no box any more to take it out by.
  const chosen = ticked.filter((id) => bills.some((bill) => String(bill.id) === id));
  const [count, setCount] = useState<TypedNumber>(3);
  const [down, setDown] = useState<TypedNumber>('');
  const [firstDue, setFirstDue] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const preview = useAction({ perform: previewPlan });
  const send = useAction({
    perform: (reason: string) => requestPlan({ ...(preview.variables as PreviewPlanBody), reason }),
    done: () => t('new.asked'),
    onSuccess: () => void navigate(`/customers/${String(customerId)}?tab=bills`),
  });
  const problems = {
    count: numberProblem(count, COUNT),
    down: numberProblem(down, DOWN),
    firstDue: firstDue === null ? common('form.required') : null,
    bills: chosen.length === 0 ? t('new.choose') : null,
  };
  const asked = preview.variables?.bill_ids;
  const stands = asked?.length === chosen.length && asked.every((id) => chosen.includes(String(id)));
  const changed = () => {
    preview.reset();
  };
  const simulate = () => {
    setTried(true);
    if (firstDue === null || Object.values(problems).some((problem) => problem !== null)) return;
    const downPayment = numberIn(down);
    preview.run({
      customer_id: customerId,
      bill_ids: chosen.map(Number),
      count: Number(numberIn(count)),
      first_due: firstDue,
      ...(downPayment !== null && { down_payment: downPayment }),
    });
  };
  return (
    <>
      <Panel>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            simulate();
          }}
        >
          <Stack maw={560}>
            <Checkbox.Group
              label={t('new.bills')}
              description={t('new.billsHint')}
              error={tried ? problems.bills : undefined}
              value={chosen}
              onChange={(value) => {
                setChosen(value);
                changed();
              }}
            >
              <Stack gap={6} mt="xs">
                {bills.map((bill) => (
                  <Checkbox
                    key={bill.id}
                    value={String(bill.id)}
                    label={`${formatPeriod(bill.period)}${bill.kind === 'WATER' ? '' : ` · ${common(`billKind.${bill.kind}`)}`} · ${formatMoney(bill.total)}`}
                    description={t('new.due', { date: formatDateShort(bill.due_date) })}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
            <NumberField
              label={t('new.count')}
              withAsterisk
              limits={COUNT}
              error={tried ? problems.count : undefined}
              value={count}
              onChange={(value) => {
                setCount(value);
                changed();
              }}
            />
            <DatePickerInput
              label={t('new.firstDue')}
              description={t('new.firstDueHint')}
              withAsterisk
              minDate={today}
              maxDate={today === undefined ? undefined : addDays(businessDate(today), FIRST_DUE_WITHIN)}
              error={tried ? problems.firstDue : undefined}
              valueFormat="D MMM YYYY"
              value={firstDue}
              onChange={(value) => {
                setFirstDue(value);
                changed();
              }}
            />
            <NumberField
              label={t('new.down')}
              description={t('new.downHint')}
              unit="Rp"
              limits={DOWN}
              error={tried ? problems.down : undefined}
              value={down}
              onChange={(value) => {
                setDown(value);
                changed();
              }}
            />
            <Group>
              <Button
                type="submit"
                variant={preview.data && stands ? 'default' : 'filled'}
                loading={preview.isPending}
              >
                {t('new.simulate')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Panel>
      {preview.isError && <ProblemPanel error={preview.error} />}
      {preview.data && stands && (
        <Panel title={common('instalmentEffect.title')}>
          <InstalmentEffect effect={preview.data} />
          <Group mt="md">
            <Button
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('new.send')}
            </Button>
          </Group>
        </Panel>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('new.sendTitle')}
        confirmLabel={t('new.send')}
        reason="required"
        reasonLength={10}
        action={send}
      >
        <Text size="sm">{t('new.sendBody')}</Text>
      </ConfirmDialog>
    </>
  );
}
