import { Button, Text } from '@mantine/core';
import type { EndPlanBody } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { useAction } from '../../../../lib/use-action';
import { endPlan } from '../api/instalments-api';

/** Asks a second person: the rest on one bill, or back to what it was while nothing is paid. */
export function EndPlan({ id, way }: { id: number; way: EndPlanBody['way'] }) {
  const { t } = useTranslation('instalments');
  const [asking, setAsking] = useState(false);
  const action = useAction({
    perform: (reason: string) => endPlan({ id, body: { way, reason } }),
    done: () => t('end.asked'),
    onSuccess: () => {
      setAsking(false);
    },
  });
  return (
    <>
      <Button
        variant="light"
        color="red"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t(`end.ask.${way}`)}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t(`end.title.${way}`)}
        confirmLabel={t('end.send')}
        danger
        reason="required"
        reasonLength={10}
        action={action}
      >
        <Text size="sm">{t(`end.body.${way}`)}</Text>
      </ConfirmDialog>
    </>
  );
}
