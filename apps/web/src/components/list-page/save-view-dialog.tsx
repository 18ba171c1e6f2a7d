import { Alert, Select, TextInput } from '@mantine/core';
import { ROLES } from '@tirtapay/domain';
import type { ListViewDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../lib/api-problem';
import { useAction } from '../../lib/use-action';
import { FormDialog } from '../form/form-dialog';
import { changeView, saveView } from './saved-views-api';

interface SaveViewDialogProps {
  list: string;
  address: string;
  columns: string;
  views: readonly ListViewDto[];
  mayShare: boolean;
  onClose: () => void;
}

type Role = (typeof ROLES)[number];

const sameName = (a: string, b: string) =>
  a.replaceAll(/\s+/g, '').toLowerCase() === b.replaceAll(/\s+/g, '').toLowerCase();

/**
 * Keeps what is on the screen under a name. A name that is taken by a view this person may change replaces it, once they
 * have seen that; a name that a colleague's shared view has must become another.
 */
export function SaveViewDialog(props: SaveViewDialogProps) {
  const { list, address, columns, views } = props;
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [empty, setEmpty] = useState(false);
  const taken = views.find((view) => view.role === role && sameName(view.name, name));
  const replaced = taken?.can_change === true ? taken : undefined;
  const action = useAction({
    perform: () =>
      replaced === undefined
        ? saveView({ list, name: name.trim(), address, columns, ...(role !== null && { role }) })
        : changeView({ id: replaced.id, name: name.trim(), address, columns, version: replaced.version }),
    done: () => t('views.saved', { name: name.trim() }),
    onSuccess: props.onClose,
  });
  const conflict =
    taken !== undefined && replaced === undefined
      ? t('views.takenByOther', { name: taken.name, owner: taken.owner })
      : action.error instanceof ApiProblem && /^view\..*duplicate$/.test(action.error.code)
        ? action.error.title
        : undefined;
  return (
    <FormDialog
      opened
      onClose={props.onClose}
      title={t('views.save')}
      submitLabel={replaced === undefined ? t('action.save') : t('views.replace')}
      pending={action.isPending}
      error={conflict === undefined ? action.error : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(name.trim() === '');
        if (name.trim() !== '' && (taken === undefined || replaced !== undefined)) action.run(undefined);
      }}
    >
      <TextInput
        data-autofocus
        label={t('views.name')}
        withAsterisk
        maxLength={60}
        value={name}
        error={conflict ?? (empty && name.trim() === '' ? t('form.required') : undefined)}
        onChange={(event) => {
          setName(event.currentTarget.value);
          action.reset();
        }}
      />
      {props.mayShare && (
        <Select
          label={t('views.for')}
          description={t('views.forHint')}
          placeholder={t('views.onlyMe')}
          clearable
          data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          onChange={(value) => {
            setRole(ROLES.find((known) => known === value) ?? null);
            action.reset();
          }}
        />
      )}
      {replaced && (
        <Alert color="yellow" variant="light">
          {t('views.replaces', { name: replaced.name })}
        </Alert>
      )}
    </FormDialog>
  );
}
