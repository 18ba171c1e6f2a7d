import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { MINIMUM_KINDS } from '@tirtapay/domain';
import { useFormAction } from '../../../../components/form/use-form-action';
import { NumberField } from '../../../../components/form/number-field';
import { PeriodInput } from '../../../../components/form/period-input';
import { AFTER_SAVE, UnsavedGuard } from '../../../../components/form/unsaved-guard';
import { PageHeader } from '../../../../components/page/page-header';
import { DetailSkeleton } from '../../../../components/page/page-states';
import { Panel, Split } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import type { TariffDetailDto } from '@tirtapay/api-client';
import { numberIn, numberProblem } from '../../../../lib/number-words';
import { proposeVersion, useTariff } from '../api/tariffs-api';
import { BlockEditor } from './block-editor';
import { ChargeEditor } from './charge-editor';
import { lowerOf, MONEY_LIMITS, proposalFrom, toProposal } from './proposal';
import type { ProposalValues } from './proposal';
import { TrialPanel } from './trial-panel';

function ProposalForm({ tariff }: { tariff: TariffDetailDto }) {
  const { t } = useTranslation(['tariffs', 'common']);
  const navigate = useNavigate();
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
          const upper = numberIn(value);
          return upper !== null && upper <= from
            ? t('propose.upperTooSmall', { from })
            : numberProblem(value);
        },
        rate: (value) => numberProblem(value, MONEY_LIMITS),
      },
      charges: { label: required, amount: (value) => numberProblem(value, MONEY_LIMITS) },
      minimum_value: (value, values) =>
        values.minimum_kind === 'NONE' ? null : numberProblem(value, MONEY_LIMITS),
    },
  });
  const { action, sending } = useFormAction(form, {
    perform: (values: ProposalValues) => proposeVersion({ id: tariff.id, ...toProposal(values) }),
    done: () => t('propose.sent'),
    onSuccess: () => void navigate(detail, AFTER_SAVE),
    asks: (values) => values,
  });
  const kind = form.values.minimum_kind;
  const replaced = tariff.versions.find(
    ({ status, valid_from: from }) => status === 'ACTIVE' && from === form.values.valid_from,
  );
  return (
    <form noValidate onSubmit={sending.onSubmit}>
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
                {...(replaced && { description: t('propose.replaces', { no: replaced.version_no }) })}
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
                data={MINIMUM_KINDS.map((value) => ({
                  value,
                  label: t(`propose.minimumKind.${value}`),
                }))}
                key={form.key('minimum_kind')}
                {...form.getInputProps('minimum_kind')}
              />
              {kind === 'RUPIAH' && (
                <NumberField
                  unit="Rp"
                  limits={MONEY_LIMITS}
                  aria-label={t('propose.minimumValue')}
                  key={form.key('minimum_value')}
                  {...form.getInputProps('minimum_value')}
                />
              )}
              {kind === 'M3' && (
                <NumberField
                  aria-label={t('propose.minimumValue')}
                  unit="m³"
                  key={form.key('minimum_value')}
                  {...form.getInputProps('minimum_value')}
                />
              )}
            </Group>
          </Panel>
          {sending.error != null && <ProblemPanel error={sending.error} />}
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
  if (query.isError && query.data === undefined)
    return <ProblemPanel error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DetailSkeleton />;
  return <ProposalForm key={query.data.id} tariff={query.data} />;
}
