import { Button, Group, Stack, Text } from '@mantine/core';
import type { PayPointDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirstError, showFieldProblems } from '../../../../components/form/form-problems';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { changePayPoint } from '../api/pay-points-api';
import { PayPointFields } from './pay-point-fields';
import { toPayPoint, usePayPointForm } from './pay-point-form';

/** One pay point: its fields, and whether customers are sent there. */
export function PayPointDetail({ point }: { point: PayPointDto }) {
  const { t } = useTranslation('pay-points');
  const { t: common } = useTranslation();
  const mayManage = usePermission('setting.manage');
  const [explained, setExplained] = useState(true);
  const form = usePayPointForm(point);
  const action = useAction({
    perform: changePayPoint,
    done: () => t('saved'),
    onSuccess: () => {
      form.resetDirty();
    },
    onError: (error) => {
      setExplained(showFieldProblems(form, error));
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(
        (values) => {
          action.run({ id: point.id, version: point.version, ...toPayPoint(values) });
        },
        (errors) => {
          focusFirstError(form, errors);
        },
      )}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t(point.active ? 'activeHint' : 'closedHint')}
        </Text>
        <PayPointFields form={form} readOnly={!mayManage} />
        {action.isError && !explained && <ProblemPanel error={action.error} />}
        {mayManage && (
          <Group justify="space-between">
            <Button type="submit" loading={action.isPending} disabled={!form.isDirty()}>
              {common('action.save')}
            </Button>
            <Button
              variant="default"
              loading={action.isPending}
              onClick={() => {
                action.run({ id: point.id, version: point.version, active: !point.active });
              }}
            >
              {t(point.active ? 'close' : 'reopen')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
