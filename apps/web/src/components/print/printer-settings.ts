import { useLocalStorage } from '@mantine/hooks';

/** Millimetres of a roll, or a sheet. */
export const PAPERS = ['80', '58', '5.5x4.25in', 'A5'] as const;
export type Paper = (typeof PAPERS)[number];
export type Roll = Extract<Paper, '58' | '80'>;

/** Through the browser's own dialogue, or straight to a receipt printer. */
export const WAYS = ['browser', 'usb', 'serial'] as const;
export type Way = (typeof WAYS)[number];

export interface PrinterSettings {
  readonly paper: Paper;
  readonly way: Way;
}

const USUAL: PrinterSettings = { paper: '80', way: 'browser' };

export function isRoll(paper: Paper): paper is Roll {
  return paper === '58' || paper === '80';
}

/** What stands on this desk: kept for the browser, whoever signs in. Receipt printers have rolls. */
export function usePrinterSettings(): [PrinterSettings, (settings: PrinterSettings) => void] {
  const [stored, store] = useLocalStorage<Partial<PrinterSettings>>({
    key: 'tirtapay.printer',
    defaultValue: USUAL,
    getInitialValueInEffect: false,
  });
  const paper = PAPERS.find((one) => one === stored.paper) ?? USUAL.paper;
  const way = isRoll(paper) ? (WAYS.find((one) => one === stored.way) ?? USUAL.way) : 'browser';
  return [{ paper, way }, store];
}
