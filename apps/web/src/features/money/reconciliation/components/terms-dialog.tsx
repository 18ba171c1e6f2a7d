import { Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { AgreeTermsBody, AgreementDto } from '@tirtapay/api-client';
import { FILE_SOURCES } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { reasonProblem } from '../../../../components/form/reason';
import { ReasonField } from '../../../../components/form/reason-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { numberIn, numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { agreeTerms } from '../api/reconciliation-api';
import { percentOf, ppmOf } from './percent';

type Terms = AgreementDto['terms'][number];

interface Values extends Record<string, unknown> {
  valid_from: string;
  cutoff: string;
  settles_saturdays: boolean;
  settles_sundays: boolean;
  qris_lag_days: TypedNumber;
  fee_per_payment: TypedNumber;
  mdr_ppm: string;
  source: NonNullable<AgreeTermsBody['source']>;
  own_account: boolean;
  reason: string;
}

const LIMITS = { lag: { max: 5 }, fee: { max: 100_000, optional: true } } as const;

function bodyOf(values: Values): AgreeTermsBody {
  return {
    valid_from: values.valid_from,
    cutoff: values.cutoff === '' ? null : values.cutoff,
    settles_saturdays: values.settles_saturdays,
    settles_sundays: values.settles_sundays,
    qris_lag_days: numberIn(values.qris_lag_days) ?? 0,
    fee_per_payment: numberIn(values.fee_per_payment),
    mdr_ppm: values.mdr_ppm.trim() === '' ? null : ppmOf(values.mdr_ppm),
    source: values.source,
    own_account: values.own_account,
    reason: values.reason.trim(),
  };
}

/** When somebody's days end and what a bank keeps, from a day on, as two people agree; the first terms begin the reconciliation. */
export function TermsDialog({
  bank,
  from,
  known,
  onClose,
}: {
  bank: Pick<AgreementDto, 'bank_id' | 'bank_name' | 'statement'>;
  /** The day the form begins with. */
  from: string;
  /** The terms that hold now; none: the bank is begun with. */
  known?: Terms | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('reconciliation');
  // Only a bank keeps something of payments, settles channels apart, keeps our account or can be asked for its file.
  const ofBank = bank.statement === 'BANK';
  const form = useForm<Values>({
    initialValues: {
      valid_from: from,
      cutoff: known?.cutoff ?? '',
      settles_saturdays: known?.settles_saturdays ?? false,
      settles_sundays: known?.settles_sundays ?? false,
      qris_lag_days: known?.qris_lag_days ?? 0,
      fee_per_payment: known?.fee_per_payment ?? '',
      mdr_ppm: known?.mdr_ppm == null ? '' : percentOf(known.mdr_ppm),
      source: known?.source ?? 'UPLOAD',
      own_account: known?.own_account ?? false,
      reason: '',
    },
    validate: {
      valid_from: (value) => (value === '' ? t('begin.dateMissing') : null),
      qris_lag_days: (value) => numberProblem(value, LIMITS.lag),
      fee_per_payment: (value) => numberProblem(value, { ...LIMITS.fee, unit: 'Rp' }),
      reason: reasonProblem,
      mdr_ppm: (value) => (value.trim() === '' || ppmOf(value) !== null ? null : t('begin.mdrWrong')),
    },
  });
  const { sending } = useFormAction(form, {
    perform: (body: AgreeTermsBody) => agreeTerms({ bankId: bank.bank_id, body }),
    asks: bodyOf,
    done: () => t('agreement.termsAsked'),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      submitLabel={t('agreement.askTerms')}
      title={known ? t('agreement.newTerms') : t('begin.of', { bank: bank.bank_name })}
      {...sending}
    >
      <Stack>
        <Text size="sm">{known ? t('agreement.newTermsBody') : t('begin.body')}</Text>
        <TextInput type="date" label={t('begin.from')} withAsterisk {...form.getInputProps('valid_from')} />
        <TextInput
          type="time"
          label={t('begin.cutoff')}
          description={t('begin.cutoffHint')}
          {...form.getInputProps('cutoff')}
        />
        <Checkbox
          label={t(ofBank ? 'begin.saturdays' : 'begin.saturdaysOther')}
          {...form.getInputProps('settles_saturdays', { type: 'checkbox' })}
        />
        <Checkbox
          label={t(ofBank ? 'begin.sundays' : 'begin.sundaysOther')}
          {...form.getInputProps('settles_sundays', { type: 'checkbox' })}
        />
        {ofBank && (
          <>
            <NumberField
              label={t('begin.lag')}
              description={t('begin.lagHint')}
              limits={LIMITS.lag}
              {...form.getInputProps('qris_lag_days')}
            />
            <NumberField
              label={t('begin.fee')}
              description={t('begin.feeHint')}
              unit="Rp"
              limits={LIMITS.fee}
              {...form.getInputProps('fee_per_payment')}
            />
            <TextInput
              label={t('begin.mdr')}
              description={t('begin.mdrHint')}
              inputMode="decimal"
              rightSection="%"
              {...form.getInputProps('mdr_ppm')}
            />
            <Select
              label={t('begin.source')}
              description={t('begin.sourceHint')}
              allowDeselect={false}
              data={FILE_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
              {...form.getInputProps('source')}
            />
            <Checkbox
              label={t('begin.own')}
              description={t('begin.ownHint')}
              {...form.getInputProps('own_account', { type: 'checkbox' })}
            />
          </>
        )}
        <ReasonField form={form} />
      </Stack>
    </FormDialog>
  );
}
