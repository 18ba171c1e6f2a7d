import { Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import type { TariffDetailDto } from '@tirtapay/api-client';
import { THRESHOLD_LIMITS } from '@tirtapay/domain';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { useFollowing } from '../../../../components/form/use-following';
import { useFormAction } from '../../../../components/form/use-form-action';
import { Fields, Panel } from '../../../../components/page/panel';
import { formatNumber } from '../../../../lib/format';
import { numberIn, numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { usePermission } from '../../../../lib/use-permission';
import { changeThresholds } from '../api/tariffs-api';

/** From which use on somebody looks at a reading of the category. */
export function Thresholds({ tariff }: { tariff: TariffDetailDto }) {
  const { t } = useTranslation('tariffs');
  const mayChange = usePermission('tariff.propose');
  const [opened, dialog] = useDisclosure(false);
  const percent = (value: number) => t('thresholds.ofUsual', { percent: formatNumber(value) });
  return (
    <Panel
      title={t('thresholds.title')}
      action={
        mayChange && (
          <Button variant="default" size="compact-sm" onClick={dialog.open}>
            {t('thresholds.change')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('thresholds.hint')}
      </Text>
      <Fields
        rows={[
          { label: t('thresholds.high'), value: percent(tariff.high_percent) },
          { label: t('thresholds.low'), value: percent(tariff.low_percent) },
        ]}
      />
      {opened && <ThresholdsDialog stored={tariff} onClose={dialog.close} />}
    </Panel>
  );
}

const valuesOf = (tariff: TariffDetailDto): Record<'high_percent' | 'low_percent', TypedNumber> => ({
  high_percent: tariff.high_percent,
  low_percent: tariff.low_percent,
});

function ThresholdsDialog({ stored, onClose }: { stored: TariffDetailDto; onClose: () => void }) {
  const { t } = useTranslation('tariffs');
  const form = useForm({
    initialValues: valuesOf(stored),
    validate: {
      high_percent: (value) => numberProblem(value, THRESHOLD_LIMITS.highPercent),
      low_percent: (value) => numberProblem(value, THRESHOLD_LIMITS.lowPercent),
    },
  });
  const [tariff] = useFollowing(form, stored, valuesOf);
  const { sending } = useFormAction(form, {
    perform: changeThresholds,
    done: () => t('thresholds.done'),
    onSuccess: onClose,
    asks: ({ high_percent, low_percent }) => ({
      id: tariff.id,
      version: tariff.version,
      high_percent: numberIn(high_percent) ?? 0,
      low_percent: numberIn(low_percent) ?? 0,
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('thresholds.change')} {...sending}>
      <NumberField
        label={t('thresholds.highLabel')}
        limits={THRESHOLD_LIMITS.highPercent}
        data-autofocus
        {...form.getInputProps('high_percent')}
      />
      <NumberField
        label={t('thresholds.lowLabel')}
        description={t('thresholds.lowHint')}
        limits={THRESHOLD_LIMITS.lowPercent}
        {...form.getInputProps('low_percent')}
      />
    </FormDialog>
  );
}
