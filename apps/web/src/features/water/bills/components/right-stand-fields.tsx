import type { BillDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import type { TypedNumber } from '../../../../lib/number-words';
import { formatNumber } from '../../../../lib/format';
import type { RightStands, WhatWasWrong } from './right-stands';

interface RightStandFieldsProps {
  what: Exclude<WhatWasWrong, 'tariff'>;
  bill: Pick<BillDetailDto, 'current_stand' | 'meter_change'>;
  right: RightStands;
  onChange: (right: RightStands) => void;
}

/** What the meter really showed; of an exchange what stays empty was right. */
export function RightStandFields({ what, bill, right, onChange }: RightStandFieldsProps) {
  const { t } = useTranslation('bills');
  const { meter_change: exchange } = bill;
  const field = (of: keyof RightStands, label: string, recorded: number) => (
    <NumberField
      label={label}
      description={t('correction.recorded', { stand: formatNumber(recorded) })}
      unit="m³"
      value={right[of]}
      onChange={(value: TypedNumber) => {
        onChange({ ...right, [of]: value });
      }}
    />
  );
  if (what === 'stand') return field('stand', t('correction.rightStand'), bill.current_stand);
  if (exchange === null) return null;
  return (
    <>
      {field('removed', t('correction.rightRemoved'), exchange.previous.to)}
      {field('installed', t('correction.rightInstalled'), exchange.current.from)}
    </>
  );
}
