import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { RouteDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { useFormAction } from '../../../../components/form/use-form-action';
import { renameRoute } from '../api/regions-api';

/** A route that was named wrongly; its code is part of customer numbers and stays. */
export function RenameRouteDialog({
  regionId,
  route,
  onClose,
}: {
  regionId: number;
  route: RouteDto;
  onClose: () => void;
}) {
  const { t } = useTranslation('regions');
  const { t: common } = useTranslation();
  const form = useForm({
    initialValues: { name: route.name },
    validate: { name: (value) => (value.trim() === '' ? common('form.required') : null) },
  });
  const { sending } = useFormAction(form, {
    perform: renameRoute,
    done: () => t('routeRenamed'),
    onSuccess: onClose,
    asks: ({ name }) => ({ regionId, routeId: route.id, name: name.trim() }),
  });
  return (
    <FormDialog opened onClose={onClose} title={t('renameRoute', { code: route.code })} {...sending}>
      <TextInput
        label={common('word.name')}
        withAsterisk
        maxLength={100}
        data-autofocus
        key={form.key('name')}
        {...form.getInputProps('name')}
      />
    </FormDialog>
  );
}
