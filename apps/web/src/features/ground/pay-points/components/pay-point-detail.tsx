import { Button, Group, Stack, Text } from '@mantine/core';
import type { PayPointDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { useFollowing } from '../../../../components/form/use-following';
import { useFormAction } from '../../../../components/form/use-form-action';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { usePermission } from '../../../../lib/use-permission';
import { changePayPoint } from '../api/pay-points-api';
import { PayPointFields } from './pay-point-fields';
import { toPayPoint, usePayPointForm, valuesOf } from './pay-point-form';

/** One pay point: its fields, and whether customers are sent there. */
export function PayPointDetail({ stored }: { stored: PayPointDto }) {
  const { t } = useTranslation('pay-points');
  const { t: common } = useTranslation();
  const mayManage = usePermission('setting.manage');
  const form = usePayPointForm(stored);
  const [point, take] = useFollowing(form, stored, valuesOf);
  const { action, sending } = useFormAction(form, {
    perform: changePayPoint,
    done: () => t('saved'),
    onSuccess: (answer, sent) => {
      // Closing sends no field: what is typed meanwhile is not stored.
      if ('name' in sent) form.resetDirty();
      take(answer);
    },
    asks: (values) => ({ id: point.id, version: point.version, ...toPayPoint(values) }),
  });
  return (
    <form noValidate onSubmit={sending.onSubmit}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t(point.active ? 'activeHint' : 'closedHint')}
        </Text>
        <PayPointFields form={form} readOnly={!mayManage} />
        {sending.error != null && <ProblemPanel error={sending.error} />}
        {mayManage && (
          <Group justify="space-between">
            <Button type="submit" loading={action.isPending} disabled={!form.isDirty()}>
              {common('action.save')}
            </Button>
            <Button
              variant="default"
              disabled={form.isDirty()}
              loading={action.isPending}
              onClick={() => {
                action.run({ id: point.id, version: point.version, active: !point.active });
              }}
            >
              {t(point.active ? 'close' : 'reopen')}
            </Button>
          </Group>
        )}
        {mayManage && form.isDirty() && (
          <Text size="xs" c="dimmed" ta="right">
            {t(point.active ? 'saveBeforeClosing' : 'saveBeforeReopening')}
          </Text>
        )}
      </Stack>
    </form>
  );
}
