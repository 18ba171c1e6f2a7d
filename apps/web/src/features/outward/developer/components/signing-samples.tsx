import { Stack, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../../components/code-block';
import { Panel } from '../../../../components/page/panel';

/** The very files that the tests run, so that what a bank copies is what was executed. */
const FILES = import.meta.glob<string>('../../../../../../../docs/samples/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const LANGUAGES = [
  { name: 'curl', file: 'sign.sh' },
  { name: 'Node.js', file: 'sign.mjs' },
  { name: 'PHP', file: 'sign.php' },
  { name: 'Python', file: 'sign.py' },
  { name: 'Java', file: 'Sign.java' },
] as const;
/** Signature of the first test vector. */
const EXPECTED = 'f8u/9awgEQ5iNX9+L84yHOFI3LQ7T/GIb/wqpvbbt+A=';

function textOf(file: string): string {
  const [, text] = Object.entries(FILES).find(([path]) => path.endsWith(`/${file}`)) ?? [];
  return text ?? '';
}

export function SigningSamples() {
  const { t } = useTranslation('developer');
  return (
    <Panel title={t('samples')}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('samplesHint')}
        </Text>
        <Tabs defaultValue={LANGUAGES[0].file}>
          <Tabs.List mb="sm" aria-label={t('samples')}>
            {LANGUAGES.map(({ name, file }) => (
              <Tabs.Tab key={file} value={file}>
                {name}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {LANGUAGES.map(({ file }) => (
            <Tabs.Panel key={file} value={file}>
              <CodeBlock label={file} text={textOf(file)} />
            </Tabs.Panel>
          ))}
        </Tabs>
        <CodeBlock label={t('expected')} text={EXPECTED} />
      </Stack>
    </Panel>
  );
}
