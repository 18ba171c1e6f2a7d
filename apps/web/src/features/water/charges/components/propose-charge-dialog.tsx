import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { NumberField } from '../../../../components/form/number-field';
import type { TypedNumber } from '../../../../lib/number-words';
import { useAction } from '../../../../lib/use-action';
import { askForPrice } from '../api/charges-api';

/** A new charge, or another price of one there is: the code says which. */
export function ProposeChargeDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('charges');
  const { t: common } = useTranslation();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [basis, setBasis] = useState('');
  const [price, setPrice] = useState<TypedNumber>('');
  const action = useAction({
    perform: askForPrice,
    done: () => t('proposed'),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={t('propose')}
      submitLabel={t('send')}
      pending={action.isPending}
      error={action.error}
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof price !== 'number') return;
        action.run({
          code: code.trim().toUpperCase(),
          name: name.trim(),
          price,
          ...(basis.trim() !== '' && { legal_basis: basis.trim() }),
        });
      }}
    >
      <TextInput
        label={t('code')}
        description={t('codeHint')}
        required
        maxLength={20}
        value={code}
        onChange={(event) => {
          setCode(event.currentTarget.value);
        }}
      />
      <TextInput
        label={common('word.name')}
        description={t('nameHint')}
        required
        maxLength={80}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
        }}
      />
      <NumberField label={t('price')} unit="Rp" required value={price} onChange={setPrice} />
      <TextInput
        label={t('legalBasis')}
        maxLength={200}
        value={basis}
        onChange={(event) => {
          setBasis(event.currentTarget.value);
        }}
      />
    </FormDialog>
  );
}
