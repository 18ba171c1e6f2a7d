import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../lib/use-action';
import { Icon } from '../icon';
import { ProblemPanel } from '../page/problem-panel';
import { openPrinter, PrinterProblem } from './devices';
import { sheetOf, slipOf, type Printable } from './documents';
import { escPos } from './esc-pos';
import { printFile } from './print-file';
import { isRoll, usePrinterSettings, type Paper, type Roll, type Way } from './printer-settings';
import type { Slip } from './slip';
import { SlipSheet } from './slip-sheet';

/** Documents of the server, or a slip that is there already (a test page, a second try on the browser's paper). */
type Job = readonly (Printable | Slip)[];

interface Order {
  readonly job: Job;
  readonly paper: Paper;
  readonly way: Way;
}

interface Sheet {
  readonly slips: readonly Slip[];
  readonly roll: Roll;
}

const slipsOf = (job: Job, roll: Roll): Promise<Slip[]> =>
  Promise.all(job.map((one) => ('text' in one ? Promise.resolve(one) : slipOf(one, roll))));

/** The printer did not take it all: what was made already is not made, and counted, a second time. */
class Unprinted extends Error {
  constructor(
    readonly problem: PrinterProblem,
    readonly order: Order,
  ) {
    super('unprinted');
  }
}

/** @returns what the browser has to put on paper, null when it is printed */
async function carryOut(order: Order): Promise<Sheet | null> {
  const { job, paper, way } = order;
  if (!isRoll(paper)) {
    for (const one of job) if (!('text' in one)) printFile('kwitansi.pdf', await sheetOf(one, paper));
    return null;
  }
  if (way === 'browser') return { slips: await slipsOf(job, paper), roll: paper };
  let rest: Job = job;
  try {
    // First the printer: while it does not answer, nothing is asked for that counts as printed.
    const printer = await openPrinter(way);
    try {
      const slips = await slipsOf(job, paper);
      rest = slips;
      for (const [index, slip] of slips.entries()) {
        await printer.send(await escPos(slip, paper));
        rest = slips.slice(index + 1);
      }
    } finally {
      await printer.close().catch(() => undefined);
    }
    return null;
  } catch (error) {
    if (error instanceof PrinterProblem) throw new Unprinted(error, { ...order, job: rest });
    throw error;
  }
}

export interface Printer {
  readonly print: (job: Job) => void;
  readonly isPrinting: boolean;
  /** To be put on the page: the sheet for the browser's paper, and what went wrong. */
  readonly outlet: ReactNode;
}

/** Prints on the printer that is set in this browser; one that does not answer leaves the browser's own way. */
export function usePrinter(): Printer {
  const { t } = useTranslation();
  const [{ paper, way }] = usePrinterSettings();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const action = useAction<Order, Sheet | null>({
    perform: carryOut,
    onSuccess: setSheet,
    onError: setFailure,
  });
  const done = useCallback(() => {
    setSheet(null);
  }, []);
  const forget = () => {
    setFailure(null);
  };
  const again = (order: Order) => {
    forget();
    action.run(order);
  };
  const unprinted = failure instanceof Unprinted ? failure : null;
  const outlet = (
    <>
      {sheet !== null && <SlipSheet {...sheet} onPrinted={done} />}
      <Modal opened={failure !== null} onClose={forget} title={t('printer.failed')} centered>
        {unprinted === null ? (
          failure !== null && <ProblemPanel error={failure} />
        ) : (
          <>
            <Alert color="yellow" variant="light" icon={<Icon name="print" />}>
              {t(`printer.trouble.${unprinted.problem.trouble}`)}
            </Alert>
            <Text size="sm" my="sm">
              {t('printer.wayOn')}
            </Text>
            <Group justify="flex-end">
              <Button
                variant="default"
                onClick={() => {
                  again(unprinted.order);
                }}
              >
                {t('action.retry')}
              </Button>
              <Button
                data-autofocus
                onClick={() => {
                  again({ ...unprinted.order, way: 'browser' });
                }}
              >
                {t('printer.byBrowser')}
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  );
  const { run } = action;
  return {
    print: useCallback(
      (job) => {
        run({ job, paper, way });
      },
      [run, paper, way],
    ),
    isPrinting: action.isPending,
    outlet,
  };
}
