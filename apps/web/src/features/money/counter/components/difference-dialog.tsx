import { Text, Textarea } from '@mantine/core';
import type { DrawerDetailDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/form/form-dialog';
import { formatMoney } from '../../../../lib/format';
import { useAction } from '../../../../lib/use-action';
import { requestDifference } from '../api/drawers-api';
import { countedOf, PiecesCount } from './pieces-count';
import type { TypedPieces } from './pieces-count';

const LEAST_REASON = 5;

/** What a drawer that nobody has was found to hold: booked when a second person agrees. */
export function DifferenceDialog({ drawer, onClose }: { drawer: DrawerDetailDto; onClose: () => void }) {
  const { t } = useTranslation('counter');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState<TypedPieces>({});
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = reason.trim().length < LEAST_REASON;
  const counted = countedOf(typed);
  const action = useAction({
    perform: requestDifference,
    done: ({ difference }) => t('difference.sent', { amount: formatMoney(difference) }),
    onSuccess: onClose,
  });
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('difference.title')}
      pending={action.isPending}
      error={action.error}
      submitLabel={t('difference.submit')}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (counted !== null && !tooShort)
          action.run({ id: drawer.id, body: { counted, reason: reason.trim() } });
      }}
    >
      <Text size="sm">{t('difference.hint')}</Text>
      <PiecesCount typed={typed} onChange={setTyped} legend={t('close.count')} />
      {tried && counted === null && (
        <Text size="sm" c="red" role="alert">
          {t('count.wrong')}
        </Text>
      )}
      <Textarea
        label={t('close.reason')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        error={tried && tooShort ? common('form.tooShort', { min: LEAST_REASON }) : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value);
        }}
      />
    </FormDialog>
  );
}
