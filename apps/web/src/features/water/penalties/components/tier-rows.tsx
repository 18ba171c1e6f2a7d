import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Icon } from '../../../../components/icon';
import type { TierForm } from './policy-form';

const MOST = 24;

/** From the n-th month late on this amount, in place of the one before. */
export function TierRows(props: {
  tiers: readonly TierForm[];
  onChange: (tiers: readonly TierForm[]) => void;
}) {
  const { tiers, onChange } = props;
  const { t } = useTranslation('penalties');
  const change = (index: number, part: Partial<TierForm>) => {
    onChange(tiers.map((tier, place) => (place === index ? { ...tier, ...part } : tier)));
  };
  return (
    <Stack gap="xs">
      {tiers.map((tier, index) => (
        <Group key={index} grow align="flex-end">
          <NumberField
            label={t('form.fromMonth')}
            limits={{ min: 1, max: 120 }}
            value={tier.month}
            onChange={(month) => {
              change(index, { month });
            }}
          />
          <NumberField
            label={t('form.amount')}
            unit="Rp"
            required
            value={tier.amount}
            onChange={(amount) => {
              change(index, { amount });
            }}
          />
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          disabled={tiers.length >= MOST}
          onClick={() => {
            onChange([...tiers, { month: Number(tiers.at(-1)?.month ?? 0) + 1, amount: '' }]);
          }}
        >
          {t('form.addTier')}
        </Button>
        {tiers.length > 1 && (
          <Button
            variant="subtle"
            size="xs"
            onClick={() => {
              onChange(tiers.slice(0, -1));
            }}
          >
            {t('form.dropTier')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
