import { Alert, Button, Group, Text } from '@mantine/core';
import type { BillDetailDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { ReasonButton } from '../../../../components/form/reason-button';
import { Icon } from '../../../../components/icon';
import { ProblemPanel } from '../../../../components/page/problem-panel';
import { useAction } from '../../../../lib/use-action';
import { holdDraft, releaseDraft } from '../api/bills-api';

/** Keeps a draft somebody doubts out of every run. */
export function HoldDraft({ bill }: { bill: BillDetailDto }) {
  const { t } = useTranslation('bills');
  return (
    <ReasonButton
      label={t('hold.hold')}
      title={t('hold.title')}
      body={t('hold.body')}
      perform={(reason) => holdDraft({ id: bill.id, reason })}
      done={() => t('hold.done')}
    />
  );
}

/** Why it waits, and the way out. */
export function HeldDraft({ bill, mayRelease }: { bill: BillDetailDto; mayRelease: boolean }) {
  const { t } = useTranslation('bills');
  const action = useAction({ perform: releaseDraft, done: () => t('hold.released') });
  if (bill.held_reason === null) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('hold.held')} mb="md">
      <Group justify="space-between">
        <Text size="sm">{bill.held_reason}</Text>
        {mayRelease && (
          <Button
            size="xs"
            variant="default"
            loading={action.isPending}
            onClick={() => {
              action.run(bill.id);
            }}
          >
            {t('hold.release')}
          </Button>
        )}
      </Group>
      {action.isError && <ProblemPanel error={action.error} />}
    </Alert>
  );
}
