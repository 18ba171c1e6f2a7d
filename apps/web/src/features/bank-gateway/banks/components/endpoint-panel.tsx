import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import type { BankDto } from '@tirtapay/api-client';
import type { BankOperation } from '@tirtapay/contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { CopyButton } from '../../../../components/copy-button';
import { Panel } from '../../../../components/page/panel';
import { currentLanguage } from '../../../../i18n';
import classes from './banks.module.css';
import { endpointsOf } from './endpoints';

/** `Status VA (26)`: banks know a SNAP BI service by its number. */
const nameOf = ({ name, service }: BankOperation) =>
  service === undefined ? name[currentLanguage()] : `${name[currentLanguage()]} (${service})`;

function EndpointList({ title, endpoints }: { title: string; endpoints: readonly BankOperation[] }) {
  return (
    <div>
      <Title order={3} size="h6" mb={6}>
        {title}
      </Title>
      <Stack gap="xs">
        {endpoints.map((operation) => (
          <div key={operation.path} className={classes.address}>
            <div>
              <Text size="sm">{nameOf(operation)}</Text>
              <div className={classes.endpoint}>
                {operation.method} {operation.path}
              </div>
            </div>
            <CopyButton value={location.origin + operation.path} what={nameOf(operation)} />
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
    .map((operation) => `${nameOf(operation)}\n${operation.method} ${location.origin}${operation.path}`)
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
