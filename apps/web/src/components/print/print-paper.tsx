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
}

/** A paper the server draws: the browser prints it, or keeps it. */
export function PrintPaper({ name, fetch, label }: PrintPaperProps) {
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
        size="xs"
        w="fit-content"
        leftSection={<Icon name="print" size={14} />}
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
