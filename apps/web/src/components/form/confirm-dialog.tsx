import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../lib/use-action';
import { ProblemPanel } from '../page/problem-panel';
import { reasonRule, REASON_LENGTH } from './reason';

interface ConfirmDialogProps<Output> {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What exactly will happen. */
  children?: ReactNode;
  confirmLabel: string;
  danger?: boolean;
  /** `required`: nothing happens without a written reason. */
  reason?: 'required' | 'optional' | undefined;
  /** Letters a required reason must have, where the API asks for more than usual. */
  reasonLength?: number;
  reasonLabel?: string;
  /** Who reads it, where that is somebody else than the readers of the history. */
  reasonHint?: string;
  /** Letters there is room for. */
  reasonMost?: number;
  action: Action<string, Output>;
}

/** Asks once more before something that cannot simply be undone; the reason is handed to the action. */
export function ConfirmDialog<Output>(props: ConfirmDialogProps<Output>) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [touched, setTouched] = useState(false);
  const missing =
    props.reason === 'required' ? reasonRule(props.reasonLength ?? REASON_LENGTH)(reason) : null;
  const close = () => {
    if (props.action.isPending) return;
    props.action.reset();
    setReason('');
    setTouched(false);
    props.onClose();
  };
  return (
    <Modal
      opened={props.opened}
      onClose={close}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setTouched(true);
          if (missing === null) props.action.run(reason.trim());
        }}
      >
        <Stack>
          {props.children}
          {props.reason !== undefined && (
            <Textarea
              data-autofocus
              label={props.reasonLabel ?? t('form.reason')}
              description={props.reasonHint ?? t('form.reasonHint')}
              withAsterisk={props.reason === 'required'}
              autosize
              minRows={2}
              maxLength={props.reasonMost ?? 300}
              value={reason}
              onChange={(event) => {
                setReason(event.currentTarget.value);
              }}
              error={touched ? missing : undefined}
            />
          )}
          {props.action.isError && <ProblemPanel error={props.action.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} disabled={props.action.isPending}>
              {t('action.cancel')}
            </Button>
            <Button
              type="submit"
              color={props.danger === true ? 'red' : undefined}
              loading={props.action.isPending}
            >
              {props.confirmLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
