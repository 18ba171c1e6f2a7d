import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode, SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemPanel } from '../page/problem-panel';

interface FormDialogProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  pending: boolean;
  /** What no field could show. */
  error?: unknown;
  submitLabel?: string;
  children: ReactNode;
}

/** A short form over the page. It does not close under a request that is still on its way. */
export function FormDialog({
  opened,
  onClose,
  title,
  onSubmit,
  pending,
  error,
  submitLabel,
  children,
}: FormDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={() => {
        if (!pending) onClose();
      }}
      closeOnClickOutside={false}
      title={title}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form noValidate onSubmit={onSubmit}>
        <Stack>
          {children}
          {error != null && <ProblemPanel error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} disabled={pending}>
              {t('action.cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {submitLabel ?? t('action.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
