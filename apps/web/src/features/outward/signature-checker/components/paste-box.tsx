import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { Panel } from '../../../../components/page/panel';
import classes from './checker.module.css';
import { parsePastedRequest } from './pasted-request';
import type { PastedRequest } from './pasted-request';

type Outcome = 'filled' | 'bodyMissing' | 'unreadable';

/** A whole request in one go: as the command that sent it, or as it went over the wire. */
export function PasteBox({ onRequest }: { onRequest: (request: PastedRequest) => void }) {
  const { t } = useTranslation('signature-checker');
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const read = () => {
    const request = parsePastedRequest(text);
    setOutcome(request === null ? 'unreadable' : request.bodyMissing ? 'bodyMissing' : 'filled');
    if (request !== null) onRequest(request);
  };
  return (
    <Panel title={t('paste.title')}>
      <Stack gap="xs">
        <Textarea
          label={t('paste.label')}
          description={t('paste.hint')}
          autosize
          minRows={3}
          maxRows={12}
          spellCheck={false}
          value={text}
          classNames={{ input: classes.code ?? '' }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setOutcome(undefined);
          }}
        />
        <Group justify="space-between">
          <Button variant="default" disabled={text.trim() === ''} onClick={read}>
            {t('paste.read')}
          </Button>
        </Group>
        <div role="status">
          {outcome !== undefined && (
            <Alert
              color={outcome === 'filled' ? 'teal' : 'yellow'}
              variant="light"
              icon={<Icon name={outcome === 'filled' ? 'check' : 'warning'} />}
            >
              {t(`paste.${outcome}`)}
            </Alert>
          )}
        </div>
      </Stack>
    </Panel>
  );
}
