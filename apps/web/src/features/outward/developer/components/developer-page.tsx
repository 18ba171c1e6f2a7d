import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { PageHeader } from '../../../../components/page/page-header';
import { Panel, Split } from '../../../../components/page/panel';
import { usePermission } from '../../../../lib/use-permission';
import classes from './developer.module.css';
import { SigningSamples } from './signing-samples';

const FILES = [
  { name: 'openApi', href: '/api/docs', file: null },
  { name: 'openApiFile', href: '/api/docs/openapi.json', file: 'openapi.json' },
  { name: 'postman', href: '/api/docs/postman.json', file: 'postman.json' },
] as const;

function Documents() {
  const { t } = useTranslation('developer');
  const mayCheck = usePermission('bank.manage');
  return (
    <Panel title={t('reference')}>
      <ul className={classes.documents}>
        {FILES.map(({ name, href, file }) => (
          <li key={name}>
            <div>
              <Text size="sm" fw={600}>
                {t(name)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`${name}Hint`)}
              </Text>
            </div>
            <Anchor
              href={href}
              size="sm"
              underline="always"
              aria-label={`${t(file === null ? 'openFile' : 'download')}: ${t(name)}`}
              {...(file === null ? { target: '_blank', rel: 'noopener' } : { download: file })}
            >
              {t(file === null ? 'openFile' : 'download')}
            </Anchor>
          </li>
        ))}
        {[
          { name: 'errors', to: '/developer/errors' } as const,
          ...(mayCheck ? [{ name: 'checker', to: '/signature-checker' } as const] : []),
        ].map(({ name, to }) => (
          <li key={name}>
            <div>
              <Text size="sm" fw={600}>
                {t(name)}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`${name}Hint`)}
              </Text>
            </div>
            <Anchor
              component={Link}
              to={to}
              size="sm"
              underline="always"
              aria-label={`${t('openFile')}: ${t(name)}`}
            >
              {t('openFile')}
            </Anchor>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What a bank's engineers are given besides a key. */
export function DeveloperPage() {
  const { t } = useTranslation('developer');
  return (
    <>
      <PageHeader title={t('title')} hint={t('hint')} />
      <Split>
        <SigningSamples />
        <Stack>
          <Documents />
        </Stack>
      </Split>
    </>
  );
}
