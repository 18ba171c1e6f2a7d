import { Alert, Select, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ApprovalRequestedDto, BankKeyDto, RotateKeyBody } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format';
import { FormDialog } from '../form/form-dialog';
import { useFormAction } from '../form/use-form-action';
import { ReasonField } from '../form/reason-field';
import { reasonProblem } from '../form/reason';
import { Icon } from '../icon';

const OVERLAPS = ['0', '1', '24', '72', '168'] as const;

type OverlapFacts = Pick<BankKeyDto, 'previous_valid_until' | 'rotation_keeps_older'>;

interface RotateKeyDialogProps {
  /** The key id or client key, as the bank knows it. */
  name: string;
  its: OverlapFacts;
  request: (body: RotateKeyBody) => Promise<ApprovalRequestedDto>;
  onClose: () => void;
}

/** What is accepted beside the new secret, and until when. */
function WhatGoesOn({ its, hours }: { its: OverlapFacts; hours: string }) {
  const { t } = useTranslation('credentials');
  const [openedAt] = useState(() => Date.now());
  const ends = its.previous_valid_until;
  const overlaps = ends !== null && Date.parse(ends) > openedAt;
  if (hours === '0')
    return (
      <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
        {t('rotate.zeroWarning')}
      </Alert>
    );
  const older = overlaps && its.rotation_keeps_older;
  return (
    <>
      {!older && <Text size="sm">{t('rotate.keepsPresent')}</Text>}
      {overlaps && (
        <Alert color="yellow" variant="light" icon={<Icon name="warning" />}>
          {t(older ? 'rotate.keepsOlder' : 'rotate.endsOlder', { at: formatMoment(ends) })}
        </Alert>
      )}
    </>
  );
}

export function RotateKeyDialog({ name, its, request, onClose }: RotateKeyDialogProps) {
  const { t } = useTranslation('credentials');
  const form = useForm({
    initialValues: { overlap_hours: '24', reason: '' },
    validate: {
      reason: reasonProblem,
    },
  });
  const { sending } = useFormAction(form, {
    perform: request,
    done: () => t('rotate.sent'),
    onSuccess: onClose,
    asks: ({ overlap_hours, reason }) => ({
      overlap_hours: Number(overlap_hours),
      reason: reason.trim(),
    }),
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('rotate.title', { id: name })}
      submitLabel={t('rotate.submit')}
      {...sending}
    >
      <Text size="sm">{t('rotate.body')}</Text>
      <Select
        label={t('rotate.overlap')}
        allowDeselect={false}
        data={OVERLAPS.map((value) => ({ value, label: t(`rotate.hours.${value}`) }))}
        key={form.key('overlap_hours')}
        {...form.getInputProps('overlap_hours')}
      />
      <WhatGoesOn its={its} hours={form.values.overlap_hours} />
      <ReasonField form={form} />
    </FormDialog>
  );
}
