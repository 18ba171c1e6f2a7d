import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { focusFirstError, showFieldProblems } from '../../../components/form/form-problems';
import { MoneyInput } from '../../../components/form/money-input';
import { PeriodInput } from '../../../components/form/period-input';
import { AFTER_SAVE, UnsavedGuard } from '../../../components/form/unsaved-guard';
import { PageHeader } from '../../../components/page/page-header';
import { DetailSkeleton } from '../../../components/page/page-states';
import { Panel, Split } from '../../../components/page/panel';
import { ProblemPanel } from '../../../components/page/problem-panel';
import type { TariffDetailResponse } from '@tirtapay/api-client';
import { useAction } from '../../../lib/use-action';
import { proposeVersion, useTariff } from '../api/tariffs-api';
import { BlockEditor } from './block-editor';
import { ChargeEditor } from './charge-editor';
import { isWhole, lowerOf, proposalFrom, toProposal } from './proposal';
import type { ProposalValues } from './proposal';
import { TrialPanel } from './trial-panel';

function ProposalForm({ tariff }: { tariff: TariffDetailResponse }) {
  const { t } = useTranslation(['tariffs', 'common']);
  const navigate = useNavigate();
  const [explained, setExplained] = useState(true);
  const detail = `/tariffs/${String(tariff.id)}`;
  const required = (value: string | number | null) =>
    value === null || String(value).trim() === '' ? t('form.required', { ns: 'common' }) : null;
  const form = useForm<ProposalValues>({
    initialValues: proposalFrom(tariff.current_version),
    validate: {
      legal_basis: required,
      valid_from: required,
      blocks: {
        upper: (value, values, path) => {
          const index = Number(path.split('.')[1]);
          if (index === values.blocks.length - 1) return null;
          const from = lowerOf(values.blocks, index);
          return isWhole(value) && Number(value) > from ? null : t('propose.upperTooSmall', { from });
        },
        rate: (value) => (isWhole(value) ? null : t('propose.rateInvalid')),
      },
      charges: { label: required, amount: (value) => (isWhole(value) ? null : t('propose.rateInvalid')) },
      minimum_value: (value, values) =>
        values.minimum_kind === 'NONE' || isWhole(value) ? null : t('form.required', { ns: 'common' }),
    },
  });
  const action = useAction({
    perform: (values: ProposalValues) => proposeVersion({ id: tariff.id, ...toProposal(values) }),
    done: () => t('propose.sent'),
    onSuccess: () => void navigate(detail, AFTER_SAVE),
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  const kind = form.values.minimum_kind;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => {
          action.run(values);
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
    >
      <UnsavedGuard dirty={form.isDirty()} />
      <PageHeader
        title={t('propose.title', { code: tariff.code })}
        hint={t('propose.hint')}
        back={{ to: detail, label: tariff.name }}
      />
      <Split>
        <Stack>
          <Panel>
            <Stack>
              <TextInput
                label={t('propose.basis')}
                description={t('propose.basisHint')}
                withAsterisk
                maxLength={200}
                key={form.key('legal_basis')}
                {...form.getInputProps('legal_basis')}
              />
              <PeriodInput
                label={t('propose.validFrom')}
                value={form.values.valid_from}
                onChange={(value) => {
                  form.setFieldValue('valid_from', value);
                }}
                error={form.errors.valid_from}
              />
            </Stack>
          </Panel>
          <BlockEditor form={form} />
          <ChargeEditor form={form} />
          <Panel title={t('propose.minimum')}>
            <Group align="flex-end">
              <Select
                aria-label={t('propose.minimum')}
                allowDeselect={false}
                data={(['NONE', 'M3', 'RUPIAH'] as const).map((value) => ({
                  value,
                  label: t(`propose.minimumKind.${value}`),
                }))}
                key={form.key('minimum_kind')}
                {...form.getInputProps('minimum_kind')}
              />
              {kind === 'RUPIAH' && (
                <MoneyInput
                  aria-label={t('propose.minimumValue')}
                  key={form.key('minimum_value')}
                  {...form.getInputProps('minimum_value')}
                />
              )}
              {kind === 'M3' && (
                <NumberInput
                  aria-label={t('propose.minimumValue')}
                  allowDecimal={false}
                  allowNegative={false}
                  suffix=" m³"
                  key={form.key('minimum_value')}
                  {...form.getInputProps('minimum_value')}
                />
              )}
            </Group>
          </Panel>
          {action.isError && !explained && <ProblemPanel error={action.error} />}
          <Group>
            <Button type="submit" loading={action.isPending}>
              {t('propose.submit')}
            </Button>
            <Button variant="default" onClick={() => void navigate(detail)} disabled={action.isPending}>
              {t('action.cancel', { ns: 'common' })}
            </Button>
          </Group>
        </Stack>
        <TrialPanel current={tariff.current_version} proposal={toProposal(form.values)} />
      </Split>
    </form>
  );
}

export function ProposeVersionPage() {
  const query = useTariff(Number(useParams().id));
  if (query.isError) return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  return <ProposalForm key={query.data.id} tariff={query.data} />;
}
