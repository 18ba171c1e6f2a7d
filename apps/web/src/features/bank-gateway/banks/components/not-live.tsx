import { Alert, Anchor, Text } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';

/** Of a bank that was made and not opened: what that means, and what opens it. */
export function NotLive({ bank }: { bank: BankDto }) {
  const { t } = useTranslation('banks');
  if (bank.environment === 'LIVE') return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t('notLive.title')} mb="md">
      <Text size="sm">{t('notLive.hint')}</Text>
      <Anchor
        component={Link}
        to={`/banks/${String(bank.id)}/certification`}
        size="sm"
        c="inherit"
        underline="always"
      >
        {t('notLive.next')}
      </Anchor>
    </Alert>
  );
}
