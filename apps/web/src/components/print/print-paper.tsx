import { Button } from '@mantine/core';
import { useAction } from '../../lib/use-action';
import { Icon } from '../icon';
import { ProblemPanel } from '../page/problem-panel';
import { printFile } from './print-file';

interface PrintPaperProps {
  /** Of the file, where the browser shows no PDF. */
  name: string;
  fetch: () => Promise<Blob>;
  label: string;
  /** As the buttons beside it. */
  size?: 'xs' | 'sm';
}

/** A paper the server draws: the browser prints it, or keeps it. */
export function PrintPaper({ name, fetch, label, size = 'xs' }: PrintPaperProps) {
  const action = useAction({
    perform: (_: undefined) => fetch(),
    onSuccess: (paper) => {
      printFile(name, paper);
    },
  });
  return (
    <>
      {action.isError && <ProblemPanel error={action.error} />}
      <Button
        variant="default"
        size={size}
        w="fit-content"
        leftSection={<Icon name="print" size={size === 'xs' ? 14 : 16} />}
        loading={action.isPending}
        onClick={() => {
          action.run(undefined);
        }}
      >
        {label}
      </Button>
    </>
  );
}
