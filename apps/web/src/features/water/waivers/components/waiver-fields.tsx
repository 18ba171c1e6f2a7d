import { Group, MultiSelect, Select, Stack, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { addDays, businessDate, WAIVER_MODES } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { PercentField } from '../../../../components/form/percent-field';
import { NumberField } from '../../../../components/form/number-field';
import { useRegions, useTariffs, useUtility } from '../../../../lib/reference-data';
import { MONEY, MONTHS, NAME, type WaiverForm, type WaiverProblems } from './waiver-form';

interface WaiverFieldsProps {
  form: WaiverForm;
  /** Once somebody tried to go on. */
  problems: WaiverProblems | undefined;
  onChange: (change: Partial<WaiverForm>) => void;
}

/** What is forgiven, of whom, on which days. */
export function WaiverFields({ form, problems, onChange }: WaiverFieldsProps) {
  const { t } = useTranslation('waivers');
  const { t: common } = useTranslation();
  const regions = useRegions();
  const tariffs = useTariffs();
  const today = useUtility().data?.business_date;
  const tomorrow = today === undefined ? undefined : addDays(businessDate(today), 1);
  const codes = (rows: readonly { code: string; name: string }[] = []) =>
    rows.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  return (
    <Stack maw={560}>
      <TextInput
        label={common('word.name')}
        description={t('form.nameHint')}
        withAsterisk
        maxLength={NAME.max}
        error={problems?.name}
        value={form.name}
        onChange={(event) => {
          onChange({ name: event.currentTarget.value });
        }}
      />
      <TextInput
        label={t('legalBasis')}
        maxLength={200}
        value={form.legalBasis}
        onChange={(event) => {
          onChange({ legalBasis: event.currentTarget.value });
        }}
      />
      <DatePickerInput
        type="range"
        label={t('form.days')}
        description={t('form.daysHint')}
        withAsterisk
        minDate={tomorrow}
        error={problems?.days}
        valueFormat="D MMM YYYY"
        value={form.days}
        onChange={(days) => {
          onChange({ days });
        }}
      />
      <Select
        label={t('form.mode')}
        allowDeselect={false}
        data={WAIVER_MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`) }))}
        value={form.mode}
        onChange={(mode) => {
          onChange({ mode: mode ?? 'PERCENT' });
        }}
      />
      {form.mode === 'PERCENT' ? (
        <PercentField
          label={t('form.percent')}
          withAsterisk
          error={problems?.percent}
          value={form.percent}
          onChange={(percent) => {
            onChange({ percent });
          }}
        />
      ) : (
        <NumberField
          label={t('form.amount')}
          unit="Rp"
          withAsterisk
          limits={MONEY}
          error={problems?.amount}
          value={form.amount}
          onChange={(amount) => {
            onChange({ amount });
          }}
        />
      )}
      <NumberField
        label={t('form.cap')}
        unit="Rp"
        limits={{ ...MONEY, optional: true }}
        error={problems?.cap}
        value={form.cap}
        onChange={(cap) => {
          onChange({ cap });
        }}
      />
      <NumberField
        label={t('budget')}
        description={t('form.budgetHint')}
        unit="Rp"
        limits={{ ...MONEY, optional: true }}
        error={problems?.budget}
        value={form.budget}
        onChange={(budget) => {
          onChange({ budget });
        }}
      />
      <MultiSelect
        label={t('regions')}
        placeholder={form.regions.length === 0 ? t('everywhere') : ''}
        searchable
        data={codes(regions.data)}
        value={form.regions}
        onChange={(chosen) => {
          onChange({ regions: chosen });
        }}
      />
      <MultiSelect
        label={t('categories')}
        placeholder={form.tariffs.length === 0 ? t('everyCategory') : ''}
        searchable
        data={codes(tariffs.data)}
        value={form.tariffs}
        onChange={(chosen) => {
          onChange({ tariffs: chosen });
        }}
      />
      <Group grow align="flex-start">
        <NumberField
          label={t('form.fromMonth')}
          rightSection={t('form.months')}
          rightSectionWidth={64}
          limits={MONTHS}
          error={problems?.from}
          value={form.from}
          onChange={(from) => {
            onChange({ from });
          }}
        />
        <NumberField
          label={t('form.toMonth')}
          rightSection={t('form.months')}
          rightSectionWidth={64}
          limits={MONTHS}
          error={problems?.to}
          value={form.to}
          onChange={(to) => {
            onChange({ to });
          }}
        />
      </Group>
    </Stack>
  );
}
