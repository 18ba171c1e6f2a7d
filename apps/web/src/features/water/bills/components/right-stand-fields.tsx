import type { ReadingDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import type { TypedNumber } from '../../../../lib/number-words';
import { formatNumber } from '../../../../lib/format';
import type { RightStands, WhatWasWrong } from './right-stands';

interface RightStandFieldsProps {
  what: Exclude<WhatWasWrong, 'tariff'>;
  /** The reading in force, which after a correction is another than the bill was counted from; undefined while nobody knows. */
  reading: Pick<ReadingDto, 'current_stand' | 'meter_change'> | undefined;
  right: RightStands;
  onChange: (right: RightStands) => void;
}

/** What the meter really showed; of an exchange what stays empty was right. */
export function RightStandFields({ what, reading, right, onChange }: RightStandFieldsProps) {
  const { t } = useTranslation('bills');
  const field = (of: keyof RightStands, label: string, recorded: number | undefined) => (
    <NumberField
      label={label}
      {...(recorded !== undefined && {
        description: t('correction.recorded', { stand: formatNumber(recorded) }),
      })}
      unit="m³"
      value={right[of]}
      onChange={(value: TypedNumber) => {
        onChange({ ...right, [of]: value });
      }}
    />
  );
  if (what === 'stand') return field('stand', t('correction.rightStand'), reading?.current_stand);
  const exchange = reading?.meter_change;
  return (
    <>
      {field('removed', t('correction.rightRemoved'), exchange?.previous.to)}
      {field('installed', t('correction.rightInstalled'), exchange?.current.from)}
    </>
  );
}
