import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { CopyButton } from '../../../../components/copy-button';
import { Panel } from '../../../../components/page/panel';
import classes from './banks.module.css';
import { endpointsOf, NATIVE_ENDPOINTS } from './endpoints';

type Endpoints = typeof NATIVE_ENDPOINTS;

function EndpointList({ title, endpoints }: { title: string; endpoints: Endpoints }) {
  const { t } = useTranslation('banks');
  return (
    <div>
      <Title order={3} size="h6" mb={6}>
        {title}
      </Title>
      <Stack gap="xs">
        {endpoints.map(({ name, method, path }) => (
          <div key={name} className={classes.address}>
            <div>
              <Text size="sm">{t(`endpoints.name.${name}`)}</Text>
              <div className={classes.endpoint}>
                {method} {path}
              </div>
            </div>
            <CopyButton value={location.origin + path} what={t(`endpoints.name.${name}`)} />
          </div>
        ))}
      </Stack>
    </div>
  );
}

/** The addresses a bank has to call, ready to be pasted into a letter. */
export function EndpointPanel({ bank }: { bank: BankDto }) {
  const { t } = useTranslation('banks');
  const { native, snap } = endpointsOf(bank);
  const everything = [...native, ...snap]
    .map(({ name, method, path }) => `${t(`endpoints.name.${name}`)}\n${method} ${location.origin}${path}`)
    .join('\n');
  return (
    <Panel
      title={t('endpoints.title')}
      action={everything !== '' && <CopyButton value={everything} what={t('endpoints.title')} />}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('endpoints.hint', { base: location.origin })}
        </Text>
        {native.length > 0 && <EndpointList title={t('endpoints.native')} endpoints={native} />}
        {snap.length > 0 && <EndpointList title={t('endpoints.snap')} endpoints={snap} />}
        <Group>
          <Anchor component={Link} to="/developer" size="sm" underline="always">
            {t('endpoints.documents')}
          </Anchor>
        </Group>
      </Stack>
    </Panel>
  );
}
