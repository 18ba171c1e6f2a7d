import { Alert, Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getSetupOptions } from '@tirtapay/api-client/@tanstack/react-query.gen';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { usePermission } from '../../../../lib/use-permission';

/** Until the first bill is issued: what a new installation still needs. */
export function SetupNotice() {
  const { t } = useTranslation('dashboard');
  const enabled = usePermission('setting.read');
  const { data } = useQuery({ ...getSetupOptions(), enabled });
  if (!data?.in_setup || data.done) return null;
  return (
    <Alert color="blue" variant="light" icon={<Icon name="check" />} mb="md">
      {t('setupLeft')}{' '}
      <Anchor component={Link} to="/setup">
        {t('setupSee')}
      </Anchor>
    </Alert>
  );
}
