import { Button, Checkbox, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import type { CreatePenaltyPolicyBody } from '@tirtapay/api-client';
import { PENALISED_KINDS, PENALTY_MODES } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { PercentField } from '../../../../components/form/percent-field';
import { NumberField } from '../../../../components/form/number-field';
import { PeriodInput } from '../../../../components/form/period-input';
import { PageHeader } from '../../../../components/page/page-header';
import { Panel } from '../../../../components/page/panel';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { PenaltyEffect } from '../../../../components/penalty-effect';
import { useTariffs } from '../../../../lib/reference-data';
import { useAction } from '../../../../lib/use-action';
import { previewPolicy, proposePolicy } from '../api/penalties-api';
import { bodyOf, EMPTY, missingIn, type PolicyForm } from './policy-form';
import { TierRows } from './tier-rows';

/** A rule is written, what it would do is looked at, and then somebody else is asked. Any change takes the figures away. */
export function ProposePolicyPage() {
  const { t } = useTranslation('penalties');
  const { t: common } = useTranslation();
  const navigate = useNavigate();
  const tariffs = useTariffs();
  const [form, setForm] = useState<PolicyForm>(EMPTY);
  const [asking, setAsking] = useState(false);
  const preview = useAction({ perform: previewPolicy });
  const send = useAction({
    perform: (_reason: string) => proposePolicy(preview.variables as CreatePenaltyPolicyBody),
    done: () => t('proposed'),
    onSuccess: () => void navigate('/penalties'),
  });
  const set = (change: Partial<PolicyForm>) => {
    setForm((now) => ({ ...now, ...change }));
    preview.reset();
  };
  const body = bodyOf(form);
  const missing = missingIn(form);
  const names: Readonly<Record<(typeof missing)[number], string>> = {
    name: common('word.name'),
    from: t('form.from'),
    kinds: t('kinds'),
    amount: t('form.amount'),
    percent: t('form.percent'),
    tiers: t('mode.TIER_BY_AGE'),
    cap: t('form.cap'),
    grace: t('form.grace'),
  };
  const growing = form.mode === 'PERCENT' || form.mode === 'FLAT_PER_MONTH_LATE';
  return (
    <Stack>
      <PageHeader title={t('propose')} hint={t('form.hint')} back={{ to: '/penalties', label: t('title') }} />
      <Panel>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (body !== null) preview.run(body);
          }}
        >
          <Stack maw={560}>
            <TextInput
              label={common('word.name')}
              required
              minLength={3}
              maxLength={120}
              value={form.name}
              onChange={(event) => {
                set({ name: event.currentTarget.value });
              }}
            />
            <TextInput
              label={t('legalBasis')}
              maxLength={200}
              value={form.legalBasis}
              onChange={(event) => {
                set({ legalBasis: event.currentTarget.value });
              }}
            />
            <PeriodInput
              label={t('form.from')}
              value={form.from}
              onChange={(from) => {
                set({ from });
              }}
            />
            <Checkbox.Group
              label={t('kinds')}
              description={t('form.kindsHint')}
              error={form.kinds.length === 0 ? t('form.kindsMissing') : undefined}
              value={form.kinds}
              onChange={(kinds) => {
                set({ kinds: PENALISED_KINDS.filter((kind) => kinds.includes(kind)) });
              }}
            >
              <Stack gap="xs" mt="xs">
                {PENALISED_KINDS.map((kind) => (
                  <Checkbox key={kind} value={kind} label={t(`kind.${kind}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
            <MultiSelect
              label={t('categories')}
              placeholder={form.tariffs.length === 0 ? t('everyCategory') : ''}
              searchable
              data={(tariffs.data ?? []).map((row) => ({
                value: row.code,
                label: `${row.code} · ${row.name}`,
              }))}
              value={form.tariffs}
              onChange={(chosen) => {
                set({ tariffs: chosen });
              }}
            />
            <Select
              label={t('form.mode')}
              allowDeselect={false}
              data={PENALTY_MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
              value={form.mode}
              onChange={(mode) => {
                set({ mode: mode ?? 'FLAT_PER_BILL' });
              }}
            />
            {(form.mode === 'FLAT_PER_BILL' || form.mode === 'FLAT_PER_MONTH_LATE') && (
              <NumberField
                label={t('form.amount')}
                unit="Rp"
                required
                value={form.amount}
                onChange={(amount) => {
                  set({ amount });
                }}
              />
            )}
            {form.mode === 'PERCENT' && (
              <PercentField
                label={t('form.percent')}
                required
                value={form.percent}
                onChange={(percent) => {
                  set({ percent });
                }}
              />
            )}
            {form.mode === 'TIER_BY_AGE' && (
              <TierRows
                tiers={form.tiers}
                onChange={(tiers) => {
                  set({ tiers });
                }}
              />
            )}
            <NumberField
              label={t('form.cap')}
              description={t('form.capHint')}
              unit="Rp"
              required={growing}
              limits={{ optional: !growing }}
              value={form.cap}
              onChange={(cap) => {
                set({ cap });
              }}
            />
            <NumberField
              label={t('form.grace')}
              limits={{ min: 0, max: 365 }}
              value={form.grace}
              onChange={(grace) => {
                set({ grace });
              }}
            />
            <Group>
              <Button
                type="submit"
                variant={preview.data ? 'default' : 'filled'}
                loading={preview.isPending}
                disabled={body === null}
                {...(missing.length > 0 && { 'aria-describedby': 'still-missing' })}
              >
                {t('form.preview')}
              </Button>
            </Group>
            {missing.length > 0 && (
              <Text size="sm" c="dimmed" id="still-missing">
                {t('form.missing', { fields: missing.map((one) => names[one]).join(', ') })}
              </Text>
            )}
          </Stack>
        </form>
      </Panel>
      {preview.isError && <ProblemPanel error={preview.error} />}
      {preview.data && (
        <Panel title={common('penaltyEffect.title')}>
          <PenaltyEffect effect={preview.data} />
          <Group mt="md">
            <Button
              disabled={!preview.data.may_begin}
              onClick={() => {
                setAsking(true);
              }}
            >
              {t('form.send')}
            </Button>
          </Group>
        </Panel>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('form.sendTitle')}
        confirmLabel={t('form.send')}
        action={send}
      >
        <Text size="sm">{t('form.sendBody')}</Text>
      </ConfirmDialog>
    </Stack>
  );
}
