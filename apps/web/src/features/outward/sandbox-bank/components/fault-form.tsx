import { Button, Checkbox, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { SetSandboxFaultBody } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { numberProblem } from '../../../../lib/number-words';
import type { TypedNumber } from '../../../../lib/number-words';
import { useAction } from '../../../../lib/use-action';
import { setFault } from '../api/sandbox-bank-api';
import classes from './sandbox-bank.module.css';
import { FAULTS, SERVICES } from './faults';

const TIMES = { min: 1, max: 1_000, optional: true } as const;

export function FaultForm() {
  const { t } = useTranslation('sandbox-bank');
  const form = useForm<{ kind: SetSandboxFaultBody['kind']; times: TypedNumber; services: string[] }>({
    initialValues: { kind: 'timeout-after', times: 1, services: [] },
    validate: {
      times: (value, { kind }) => (kind === 'broken-signer' ? null : numberProblem(value, TIMES)),
    },
  });
  const action = useAction({ perform: setFault, done: () => t('done') });
  // The one fault of what the bank sends: it concerns no service and is not counted.
  const ofCaller = form.values.kind === 'broken-signer';
  return (
    <Panel title={t('set')}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ kind, times, services }) => {
          action.run({
            kind,
            times: ofCaller || times === '' ? null : Number(times),
            services: ofCaller || services.length === 0 ? null : services,
          });
        })}
      >
        <Stack>
          <Select
            label={t('kind')}
            allowDeselect={false}
            data={FAULTS.map((value) => ({ value, label: t(`fault.${value}`) }))}
            key={form.key('kind')}
            {...form.getInputProps('kind')}
          />
          {!ofCaller && (
            <>
              <NumberField
                label={t('times')}
                description={t('timesHint')}
                limits={TIMES}
                key={form.key('times')}
                {...form.getInputProps('times')}
              />
              <Checkbox.Group
                label={t('services')}
                description={t('servicesHint')}
                key={form.key('services')}
                {...form.getInputProps('services')}
              >
                <div className={classes.services}>
                  {SERVICES.map((service) => (
                    <Checkbox key={service} value={service} label={t(`service.${service}`)} />
                  ))}
                </div>
              </Checkbox.Group>
            </>
          )}
          {action.isError && <ProblemPanel error={action.error} />}
          <Button type="submit" loading={action.isPending} style={{ alignSelf: 'flex-start' }}>
            {t('submit')}
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
