import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { CaseDetailDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApprovalLink } from '../../../../components/approval-link';
import { Icon } from '../../../../components/icon';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { ApiProblem } from '../../../../lib/api-problem';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { usePermission } from '../../../../lib/use-permission';
import { resolveCase } from '../api/cases-api';

type Resolution = CaseDetailDto['possible'][number];

/** The decision does not fit the case: said in words of this page, the API knows it by its code only. */
function explained(error: unknown, why: string): unknown {
  if (!(error instanceof ApiProblem) || !error.fieldErrors.some((field) => field.code === 'not_applicable'))
    return error;
  const { status, code, title, requestId, retryAfter, extensions } = error;
  return new ApiProblem(status, code, title, why, requestId, [], retryAfter, extensions);
}

function DecisionDialog(props: { opened: CaseDetailDto; resolution: Resolution; onClose: () => void }) {
  const { opened, resolution, onClose } = props;
  const { t } = useTranslation('cases');
  const action = useAction({
    perform: async (note: string) => {
      try {
        return await resolveCase({ id: opened.id, resolution, note });
      } catch (error) {
        throw explained(error, t(`notApplicable.${resolution}`));
      }
    },
    done: (after) =>
      after.pending !== null
        ? t('requested')
        : after.status === 'OPEN'
          ? t('partly', { amount: formatMoney(after.remaining) })
          : t('done'),
    onSuccess: onClose,
  });
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`ask.${resolution}.title`)}
      confirmLabel={t(`action.${resolution}`)}
      reason="required"
      action={action}
    >
      <Text size="sm">{t(`ask.${resolution}.body`, { amount: formatMoney(opened.remaining) })}</Text>
    </ConfirmDialog>
  );
}

function Pending({ pending }: { pending: NonNullable<CaseDetailDto['pending']> }) {
  const { t } = useTranslation('cases');
  return (
    <Alert variant="light" color="blue" icon={<Icon name="history" />}>
      <Text size="sm">
        {t(`pending.${pending.resolution}`, { name: pending.made_by, amount: formatMoney(pending.amount) })}
      </Text>
      <ApprovalLink id={pending.approval_id}>{t('pending.show')}</ApprovalLink>
    </Alert>
  );
}

/** What may be decided now, and by whom. */
export function CaseDecision({ opened }: { opened: CaseDetailDto }) {
  const { t } = useTranslation('cases');
  const may = usePermission('case.resolve');
  const [asking, setAsking] = useState<Resolution>();
  if (opened.pending !== null) return <Pending pending={opened.pending} />;
  if (opened.possible.length === 0) return null;
  if (!may)
    return (
      <Text size="sm" c="dimmed">
        {t('mayNot')}
      </Text>
    );
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {t(opened.status === 'OPEN' ? 'decide' : 'decideAgain')}
      </Text>
      <Group gap="xs">
        {opened.possible.map((resolution, index) => (
          <Button
            key={resolution}
            size="sm"
            variant={index === 0 ? 'filled' : 'default'}
            onClick={() => {
              setAsking(resolution);
            }}
          >
            {t(`action.${resolution}`)}
          </Button>
        ))}
      </Group>
      {asking !== undefined && (
        <DecisionDialog
          opened={opened}
          resolution={asking}
          onClose={() => {
            setAsking(undefined);
          }}
        />
      )}
    </Stack>
  );
}
