import { Button, Select, Text } from '@mantine/core';
import { disputeReasons, type DisputeReason } from '@tirtapay/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { ConfirmDialog } from '../../../../components/form/confirm-dialog';
import { useAction } from '../../../../lib/use-action';
import { openDispute } from '../api/disputes-api';

/** The customer is here, or on the telephone, and doubts the bill. */
export function OpenDispute({ billId, ofWater }: { billId: number; ofWater: boolean }) {
  const { t } = useTranslation('bills');
  const navigate = useNavigate();
  const reasons = disputeReasons(ofWater);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState<DisputeReason>(reasons[0]);
  const action = useAction({
    perform: (statement: string) => openDispute({ id: billId, body: { reason, statement } }),
    done: ({ ticket_number: ticket }) => t('dispute.opened', { ticket }),
    onSuccess: ({ id }) => void navigate(`/disputes/${String(id)}`),
  });
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('dispute.open')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
        }}
        title={t('dispute.openTitle')}
        confirmLabel={t('dispute.open')}
        reason="required"
        reasonLength={10}
        reasonLabel={t('dispute.statement')}
        reasonMost={500}
        action={action}
      >
        <Text size="sm">{t('dispute.openBody')}</Text>
        <Select
          label={t('dispute.reasonLabel')}
          allowDeselect={false}
          data={reasons.map((value) => ({ value, label: t(`dispute.reason.${value}`) }))}
          value={reason}
          onChange={(value) => {
            setReason(value ?? reasons[0]);
          }}
        />
      </ConfirmDialog>
    </>
  );
}
