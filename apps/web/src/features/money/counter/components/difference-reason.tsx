import { Alert, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { formatMoney } from '../../../../lib/format';
import type { Count } from './use-count';

/** By how much the count differs, what follows from it, and why it does. */
export function DifferenceReason({ count }: { count: Count }) {
  const { t } = useTranslation('counter');
  const { difference } = count;
  if (difference === null) return null;
  const amount = formatMoney(Math.abs(difference.amount));
  const large = difference.limit !== null && Math.abs(difference.amount) > difference.limit;
  return (
    <Stack gap="sm">
      <Alert
        color="yellow"
        variant="light"
        icon={<Icon name="warning" />}
        role="alert"
        title={t(difference.amount < 0 ? 'close.short' : 'close.over', { amount })}
      >
        <Text size="sm">{t('close.countAgain')}</Text>
        {large && (
          <Text size="sm">{t('close.aboveLimit', { limit: formatMoney(difference.limit ?? 0) })}</Text>
        )}
      </Alert>
      <Textarea
        label={t('close.reason')}
        description={t('close.reasonHint')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={300}
        autoFocus
        value={count.reason}
        onChange={(event) => {
          count.setReason(event.currentTarget.value);
        }}
      />
    </Stack>
  );
}
