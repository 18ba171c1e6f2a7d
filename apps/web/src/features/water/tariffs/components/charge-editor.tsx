import { ActionIcon, Button, Checkbox, Group, Select, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../../../components/form/number-field';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import { MONEY_LIMITS, nextId } from './proposal';
import type { ProposalValues } from './proposal';

const CHARGE_CODES = ['BEBAN_TETAP', 'DANA_METER'] as const;
const SIZES = ['13', '15', '20', '25', '32', '40', '50', '80', '100'];

/** Monthly charges, for every meter or for one size. */
export function ChargeEditor({ form }: { form: UseFormReturnType<ProposalValues> }) {
  const { t } = useTranslation('tariffs');
  const { charges } = form.values;
  const known: readonly string[] = CHARGE_CODES;
  const codes = [
    ...CHARGE_CODES,
    ...new Set(charges.map((charge) => charge.code).filter((code) => !known.includes(code))),
  ];
  const add = () => {
    form.insertListItem('charges', {
      id: nextId(),
      code: 'BEBAN_TETAP',
      label: t('charge.BEBAN_TETAP'),
      size: null,
      amount: 0,
    });
  };
  return (
    <Panel
      title={t('propose.fixed')}
      action={
        <Button size="xs" variant="default" leftSection={<Icon name="plus" size={14} />} onClick={add}>
          {t('propose.addCharge')}
        </Button>
      }
    >
      <Stack gap="sm">
        {charges.map((charge, index) => {
          const path = (name: string) => `charges.${String(index)}.${name}`;
          return (
            <Group key={charge.id} align="flex-end" gap="xs">
              <Select
                label={t('propose.chargeCode')}
                allowDeselect={false}
                w={150}
                data={codes.map((value) => ({
                  value,
                  label: t(`charge.${value}` as 'charge.DANA_METER', { defaultValue: value }),
                }))}
                key={form.key(path('code'))}
                {...form.getInputProps(path('code'))}
              />
              <TextInput
                label={t('propose.chargeLabel')}
                maxLength={60}
                w={190}
                key={form.key(path('label'))}
                {...form.getInputProps(path('label'))}
              />
              <Select
                label={t('propose.chargeSize')}
                placeholder={t('detail.anySize')}
                clearable
                w={170}
                data={SIZES.map((value) => ({ value, label: t('detail.size', { mm: value }) }))}
                key={form.key(path('size'))}
                {...form.getInputProps(path('size'))}
              />
              <NumberField
                unit="Rp"
                limits={MONEY_LIMITS}
                label={t('propose.chargeAmount')}
                w={130}
                key={form.key(path('amount'))}
                {...form.getInputProps(path('amount'))}
              />
              <ActionIcon
                variant="subtle"
                color="red"
                size="lg"
                aria-label={t('propose.removeCharge', { no: index + 1 })}
                onClick={() => {
                  form.removeListItem('charges', index);
                }}
              >
                <Icon name="close" size={16} />
              </ActionIcon>
            </Group>
          );
        })}
        <Checkbox
          label={t('propose.chargeWhenSealed')}
          description={t('propose.chargeWhenSealedHint')}
          key={form.key('charge_when_sealed')}
          {...form.getInputProps('charge_when_sealed', { type: 'checkbox' })}
        />
      </Stack>
    </Panel>
  );
}
