import { Alert, Button, FileButton, Group, Loader, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../../components/icon';
import { readCode } from '../../../../lib/read-code';
import classes from './reading-entry.module.css';
import { scannedCode, type ScannedCode } from './scanned-code';
import { useCamera } from './use-camera';

interface ScanDialogProps {
  onClose: () => void;
  onFound: (code: ScannedCode) => void;
}

/** A code is seen by the camera, read from a picture of it, or typed: there is always a way on. */
export function ScanDialog({ onClose, onFound }: ScanDialogProps) {
  const { t } = useTranslation('readings');
  const { t: common } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [reading, setReading] = useState(false);
  const take = useCallback(
    (text: string) => {
      const code = scannedCode(text);
      if (code === null) setWrong(t('scan.unknown'));
      else onFound(code);
    },
    [onFound, t],
  );
  const { state, video } = useCamera(take);
  const fromPicture = async (file: File) => {
    setReading(true);
    setWrong(undefined);
    try {
      const picture = await createImageBitmap(file);
      const text = await readCode(picture);
      picture.close();
      if (text === null) setWrong(t('scan.nothingThere'));
      else take(text);
    } catch {
      setWrong(t('scan.unreadable'));
    } finally {
      setReading(false);
    }
  };
  const blind = state === 'DENIED' || state === 'NONE' || state === 'BROKEN';
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('scan.title')}
      closeButtonProps={{ 'aria-label': common('action.close') }}
    >
      <Stack>
        {blind ? (
          <Alert color="yellow" variant="light" icon={<Icon name="warning" />} title={t(`scan.${state}`)}>
            {t(`scan.${state}_hint`)}
          </Alert>
        ) : (
          <div className={classes.camera}>
            <video ref={video} muted playsInline aria-label={t('scan.camera')} />
            {state === 'STARTING' && <Loader size="sm" aria-label={t('scan.starting')} />}
          </div>
        )}
        {state === 'LOOKING' && (
          <Text size="sm" c="dimmed" role="status">
            {t('scan.looking')}
          </Text>
        )}
        <FileButton
          accept="image/jpeg,image/png,image/webp"
          capture="environment"
          inputProps={{ 'aria-label': t('scan.picture') }}
          onChange={(file) => {
            if (file) void fromPicture(file);
          }}
        >
          {(props) => (
            <Button {...props} variant="default" size="md" loading={reading}>
              {t('scan.picture')}
            </Button>
          )}
        </FileButton>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            take(typed);
          }}
        >
          <Group align="flex-end" gap="sm">
            <TextInput
              className={classes.number}
              size="md"
              label={t('scan.typed')}
              autoComplete="off"
              maxLength={40}
              value={typed}
              onChange={(event) => {
                setTyped(event.currentTarget.value);
                setWrong(undefined);
              }}
            />
            <Button type="submit" size="md" disabled={typed.trim() === ''}>
              {t('entry.find')}
            </Button>
          </Group>
        </form>
        {wrong !== undefined && (
          <Text size="sm" c="red" role="alert">
            {wrong}
          </Text>
        )}
      </Stack>
    </Modal>
  );
}
