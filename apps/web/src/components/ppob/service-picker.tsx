import { Kbd, Stack, TextInput, UnstyledButton } from '@mantine/core';
import type { PpobServiceDto } from '@tirtapay/api-client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import { Money } from '../money';
import { EmptyMessage } from '../page/page-states';
import classes from './ppob.module.css';
import { matchingServices } from './service-search';

interface ServicePickerProps {
  services: readonly PpobServiceDto[];
  onPick: (service: PpobServiceDto) => void;
}

/** Twelve services by number or by name, with the keyboard alone: type, Enter. */
export function ServicePicker({ services, onPick }: ServicePickerProps) {
  const { t } = useTranslation('ppob');
  const [typed, setTyped] = useState('');
  const found = matchingServices(services, typed);
  return (
    <Stack gap="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = found.filter(({ active }) => active);
          if (first !== undefined) onPick(first);
        }}
      >
        <TextInput
          data-autofocus
          autoFocus
          autoComplete="off"
          label={t('pick.label')}
          description={t('pick.hint')}
          leftSection={<Icon name="search" size={16} />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      </form>
      {found.length === 0 && <EmptyMessage icon="search" title={t('pick.none')} hint={t('pick.noneHint')} />}
      <div className={classes.services}>
        {found.map((service) => (
          <UnstyledButton
            key={service.service_code}
            className={classes.service}
            disabled={!service.active}
            onClick={() => {
              onPick(service);
            }}
          >
            <Kbd aria-hidden>{services.indexOf(service) + 1}</Kbd>
            <span className={classes.serviceName}>
              {service.name}
              <small>
                {service.active ? (
                  <>
                    {t('fee')} <Money amount={service.admin_fee} />
                  </>
                ) : (
                  t('pick.inactive')
                )}
              </small>
            </span>
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}
