import { Alert, Anchor, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Icon } from '../../../../components/icon';
import { useNamesakes } from '../api/customers-api';
import { samePerson } from './same-person';

const LEAST_LETTERS = 4;
const PAUSE_MILLISECONDS = 400;

/** While a customer is registered: whoever is there already with this name at this address. Said, not refused. */
export function RegisteredAlready({ name, address }: { name: string; address: string }) {
  const { t } = useTranslation('customers');
  const [typed] = useDebouncedValue({ name: name.trim(), address }, PAUSE_MILLISECONDS);
  const { data } = useNamesakes(
    typed.name,
    typed.name.length >= LEAST_LETTERS && typed.address.trim() !== '',
  );
  const same = (data?.data ?? []).filter((one) => samePerson(one, typed));
  if (same.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<Icon name="warning" />} p="sm" role="status">
      <Text size="sm">{t('form.registeredAlready')}</Text>
      {same.map((one) => (
        <Text size="sm" key={one.id}>
          <Anchor component={Link} to={`/customers/${String(one.id)}`} target="_blank" size="sm">
            {one.name} ({one.customer_number})
          </Anchor>
        </Text>
      ))}
    </Alert>
  );
}
