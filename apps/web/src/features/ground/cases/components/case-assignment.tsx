import { Button, Group, Text } from '@mantine/core';
import type { CaseDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { TypedSelect } from '../../../../components/form/typed-select';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useSession } from '../../../../lib/session';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { assignCase, useCasePeople } from '../api/cases-api';

/** Who works on an open case, and the way to take it, give it to somebody or put it back. */
export function CaseAssignment({ opened }: { opened: CaseDetailDto }) {
  const { t } = useTranslation('cases');
  const may = usePermission('case.resolve');
  const session = useSession();
  const me = 'user' in session ? session.user.id : undefined;
  const people = useCasePeople(may).data ?? [];
  const action = useAction({
    perform: (personId: number | null) => assignCase({ id: opened.id, personId }),
    done: (after) =>
      after.assigned_to === null ? t('assign.none') : t('assign.done', { name: after.assigned_to.name }),
  });
  const holder = opened.assigned_to;
  if (!may) return <Text size="sm">{t('assign.by', { name: holder?.name ?? t('assign.nobody') })}</Text>;
  return (
    <>
      <Group gap="xs" align="flex-end">
        <TypedSelect
          label={t('assign.label')}
          placeholder={t('assign.nobody')}
          clearable
          data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={holder === null ? null : String(holder.id)}
          disabled={action.isPending}
          onChange={(value) => {
            action.run(value === null ? null : Number(value));
          }}
        />
        {me !== undefined && holder?.id !== me && (
          <Button
            variant="default"
            loading={action.isPending}
            onClick={() => {
              action.run(me);
            }}
          >
            {t('assign.take')}
          </Button>
        )}
      </Group>
      {action.isError && <ProblemPanel error={action.error} />}
    </>
  );
}
