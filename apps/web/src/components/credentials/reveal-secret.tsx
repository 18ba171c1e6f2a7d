import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import type { KeySecretDto } from '@tirtapay/api-client';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../copy-button';
import { Icon } from '../icon';
import { ProblemPanel } from '../page/problem-panel';
import { saveText } from '../../lib/api';
import { useAction } from '../../lib/use-action';
import classes from './credentials.module.css';

interface RevealSecretProps {
  /** Whose it is, as people know it. */
  owner: string;
  /** The key id or client key, as the bank knows it. */
  name: string;
  reveal: () => Promise<KeySecretDto>;
  onClose: () => void;
}

function ShownSecret({ owner, shown }: { owner: string; shown: KeySecretDto }) {
  const { t } = useTranslation('credentials');
  const text = useRef<HTMLDivElement>(null);
  const download = () => {
    const lines = [
      `${t('reveal.file.bank')}: ${owner}`,
      `${t('reveal.file.key')}: ${shown.key_id}`,
      `${t('reveal.file.secret')}: ${shown.secret}`,
      '',
      t('reveal.file.warning'),
      '',
    ];
    saveText(`${shown.key_id}.txt`, lines.join('\n'), 'text/plain');
  };
  return (
    <>
      <Alert color="red" variant="light" icon={<Icon name="warning" />} title={t('reveal.once')}>
        <Text size="sm">{t('reveal.onceBody')}</Text>
      </Alert>
      <div>
        <Text size="xs" c="dimmed">
          {t('reveal.secret')}
        </Text>
        <div className={classes.secret} ref={text} data-testid="secret">
          {shown.secret}
        </div>
      </div>
      <Group gap="xs">
        <CopyButton
          value={shown.secret}
          what={t('reveal.secret')}
          onRefused={() => {
            if (text.current) getSelection()?.selectAllChildren(text.current);
          }}
        />
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="download" size={14} />}
          onClick={download}
        >
          {t('reveal.download')}
        </Button>
      </Group>
    </>
  );
}

/**
 * Shows a secret the only time it is ever shown. It lives in this dialog alone: not in the cache of queries, not in the
 * address; the dialog does not close by accident while it is on screen.
 */
export function RevealSecret({ owner, name, reveal, onClose }: RevealSecretProps) {
  const { t } = useTranslation('credentials');
  const { t: common } = useTranslation();
  const [shown, setShown] = useState<KeySecretDto>();
  const [kept, setKept] = useState(false);
  const action = useAction({ perform: (_: string) => reveal(), onSuccess: setShown });
  const locked = action.isPending || (shown !== undefined && !kept);
  return (
    <Modal
      opened
      onClose={() => {
        if (!locked) onClose();
      }}
      closeOnClickOutside={false}
      closeOnEscape={!locked}
      withCloseButton={!locked}
      size="lg"
      title={t('reveal.title', { id: name })}
      closeButtonProps={{ 'aria-label': common('action.close') }}
    >
      <Stack>
        {shown === undefined ? (
          <>
            <Text size="sm">{t('reveal.before')}</Text>
            <Text size="sm" c="dimmed" role="status">
              {action.isPending ? t('reveal.wait') : ''}
            </Text>
            {action.isError && <ProblemPanel error={action.error} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose} disabled={action.isPending}>
                {common('action.cancel')}
              </Button>
              <Button
                loading={action.isPending}
                onClick={() => {
                  action.run(name);
                }}
              >
                {t('reveal.confirm')}
              </Button>
            </Group>
          </>
        ) : (
          <>
            <ShownSecret owner={owner} shown={shown} />
            <Checkbox
              label={t('reveal.kept')}
              checked={kept}
              onChange={(event) => {
                setKept(event.currentTarget.checked);
              }}
            />
            <Group justify="flex-end">
              <Button disabled={!kept} onClick={onClose}>
                {common('action.close')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
