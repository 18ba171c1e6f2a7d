import { Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SetSupplierFaultBody } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { clearFaults, setFault, topUpSandbox, useSandboxSupplier } from '../api/suppliers-api';

/** In the order of how often they happen with real suppliers. */
const FAULTS = [
  'failure',
  'pending',
  'late-success',
  'late-failure',
  'timeout-after',
  'timeout',
  'slow-drip',
  'wrong-body',
  'duplicate-callback',
  'out-of-order-callback',
] as const satisfies readonly SetSupplierFaultBody['kind'][];

const TIMES = { min: 1, max: 1_000, optional: true } as const;

function FaultForm() {
  const { t } = useTranslation('ppob-suppliers');
  const form = useForm<{ kind: SetSupplierFaultBody['kind']; times: TypedNumber; customer: string }>({
    initialValues: { kind: 'failure', times: 1, customer: '' },
    validate: { times: (times) => numberProblem(times, TIMES) },
  });
  const action = useAction({ perform: setFault, done: () => t('fault.done') });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ kind, times, customer }) => {
        action.run({
          kind,
          ...(times !== '' && { times: Number(times) }),
          ...(customer.trim() !== '' && { customer_no: customer.trim() }),
        });
      })}
    >
      <Stack>
        <Select
          label={t('fault.kind')}
          allowDeselect={false}
          data={FAULTS.map((value) => ({ value, label: t(`faults.${value}`) }))}
          {...form.getInputProps('kind')}
        />
        <NumberField
          label={t('fault.times')}
          description={t('fault.timesHint')}
          limits={TIMES}
          {...form.getInputProps('times')}
        />
        <TextInput
          label={t('fault.customer')}
          description={t('fault.customerHint')}
          maxLength={200}
          autoComplete="off"
          {...form.getInputProps('customer')}
        />
        {action.isError && <ProblemPanel error={action.error} />}
        <Group>
          <Button type="submit" loading={action.isPending}>
            {t('fault.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const AMOUNT = { min: 1, unit: 'Rp' } as const;

/** A transfer of ours reaches the sandbox supplier: only then it says so itself. */
function TopUpForm() {
  const { t } = useTranslation('ppob-suppliers');
  const form = useForm<{ amount: TypedNumber }>({
    initialValues: { amount: '' },
    validate: { amount: (amount) => numberProblem(amount, AMOUNT) },
  });
  const action = useAction({
    perform: topUpSandbox,
    done: () => t('fault.toppedUp'),
    onSuccess: () => {
      form.reset();
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ amount }) => {
        action.run(Number(amount));
      })}
    >
      <Stack>
        <NumberField
          label={t('fault.topUp')}
          description={t('fault.topUpHint')}
          unit="Rp"
          {...form.getInputProps('amount')}
        />
        {action.isError && <ProblemPanel error={action.error} />}
        <Group>
          <Button type="submit" variant="default" loading={action.isPending}>
            {t('fault.topUpSubmit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Of a demonstration: how the sandbox supplier treats the next orders. Elsewhere there is nothing to see. */
export function SandboxFaults() {
  const { t } = useTranslation('ppob-suppliers');
  const query = useSandboxSupplier();
  const mayManage = usePermission('bank.manage');
  const clear = useAction({ perform: (_: undefined) => clearFaults(), done: () => t('fault.cleared') });
  if (query.data?.available !== true) return null;
  const { reachable, faults } = query.data;
  return (
    <Panel title={t('fault.title')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('fault.hint')}
        </Text>
        {!reachable && (
          <Alert color="red" variant="light" icon={<Icon name="warning" />}>
            {t('fault.unreachable')}
          </Alert>
        )}
        {reachable && faults.length === 0 && <Text size="sm">{t('fault.none')}</Text>}
        {faults.length > 0 && (
          <ul data-testid="faults">
            {faults.map((fault) => (
              <li key={fault.id}>
                {t(`faults.${fault.kind}`)}
                {fault.customer !== null && ` · ${fault.customer}`} ·{' '}
                {fault.left === null ? t('fault.untilCleared') : t('fault.left', { count: fault.left })}
              </li>
            ))}
          </ul>
        )}
        {mayManage && faults.length > 0 && (
          <Group>
            <Button
              variant="default"
              loading={clear.isPending}
              onClick={() => {
                clear.run(undefined);
              }}
            >
              {t('fault.clear')}
            </Button>
          </Group>
        )}
        {clear.isError && <ProblemPanel error={clear.error} />}
        {mayManage && reachable && (
          <>
            <FaultForm />
            <TopUpForm />
          </>
        )}
      </Stack>
    </Panel>
  );
}
