import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useAction } from '../../lib/use-action';
import { ConfirmDialog } from './confirm-dialog';

interface ReasonButtonProps<Output> {
  /** What the button says; the dialog is titled and confirmed with it unless it has words of its own. */
  label: string;
  title?: string;
  confirmLabel?: string;
  /** What exactly will happen. */
  body: string;
  /** It takes something away. */
  danger?: boolean;
  /** Letters the reason must have, where the API asks for more than usual. */
  reasonLength?: number;
  perform: (reason: string) => Promise<Output>;
  /** What to tell the person when it is done. */
  done: (output: Output) => string;
}

/** A button that asks why before it does what it says. */
export function ReasonButton<Output>({ danger = false, ...props }: ReasonButtonProps<Output>) {
  const [asking, { open, close }] = useDisclosure(false);
  const action = useAction({ perform: props.perform, done: props.done, onSuccess: close });
  return (
    <>
      <Button {...(danger ? { variant: 'light', color: 'red' } : { variant: 'default' })} onClick={open}>
        {props.label}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={close}
        title={props.title ?? props.label}
        confirmLabel={props.confirmLabel ?? props.label}
        danger={danger}
        reason="required"
        {...(props.reasonLength !== undefined && { reasonLength: props.reasonLength })}
        action={action}
      >
        <Text size="sm">{props.body}</Text>
      </ConfirmDialog>
    </>
  );
}
