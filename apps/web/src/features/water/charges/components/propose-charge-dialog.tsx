import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import { useFormAction } from '../../../../components/form/use-form-action';
import { numberProblem, type TypedNumber } from '../../../../lib/number-words';
import { askForPrice } from '../api/charges-api';

interface Values extends Record<string, unknown> {
  code: string;
  name: string;
  price: TypedNumber;
  legal_basis: string;
}

const PRICE = { min: 1, unit: 'Rp' } as const;
const SHORTEST_NAME = 3;

const codeOf = (typed: string) => typed.trim().toUpperCase();

/** A new charge, or another price of one there is: the code says which. */
export function ProposeChargeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('charges');
  const { t: common } = useTranslation();
  const form = useForm<Values>({
    initialValues: { code: '', name: '', price: '', legal_basis: '' },
    validate: {
      code: (code) => (/^[A-Z0-9-]{2,20}$/.test(codeOf(code)) ? null : t('codeInvalid')),
      name: (name) =>
        name.trim().length < SHORTEST_NAME ? common('form.tooShort', { min: SHORTEST_NAME }) : null,
      price: (price) => numberProblem(price, PRICE),
    },
  });
  const { sending } = useFormAction(form, {
    perform: askForPrice,
    done: () => t('proposed'),
    onSuccess: onClose,
    asks: ({ code, name, price, legal_basis: basis }) => ({
      code: codeOf(code),
      name: name.trim(),
      price: Number(price),
      ...(basis.trim() !== '' && { legal_basis: basis.trim() }),
    }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('propose')} submitLabel={t('send')} {...sending}>
      <TextInput
        label={t('code')}
        description={t('codeHint')}
        withAsterisk
        maxLength={20}
        data-autofocus
        {...form.getInputProps('code')}
      />
      <TextInput
        label={common('word.name')}
        description={t('nameHint')}
        withAsterisk
        maxLength={80}
        {...form.getInputProps('name')}
      />
      <NumberField
        label={t('price')}
        unit="Rp"
        withAsterisk
        limits={{ min: PRICE.min }}
        {...form.getInputProps('price')}
      />
      <TextInput label={t('legalBasis')} maxLength={200} {...form.getInputProps('legal_basis')} />
    </FormDialog>
  );
}
