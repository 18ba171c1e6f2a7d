import type { Way } from './printer-settings';

/** Why nothing came out of the printer. */
export type PrinterTrouble = 'unsupported' | 'not-chosen' | 'offline';

export class PrinterProblem extends Error {
  override readonly name = 'PrinterProblem';
  constructor(
    readonly trouble: PrinterTrouble,
    cause?: unknown,
  ) {
    super(trouble, { cause });
  }
}

/** A printer that has answered: what is sent to it now comes out. */
export interface OpenPrinter {
  send(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/* The parts used of WebUSB and Web Serial, which the library of types does not know. */
interface UsbEndpoint {
  readonly endpointNumber: number;
  readonly direction: 'in' | 'out';
  readonly type: string;
}
interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternate: { readonly interfaceClass: number; readonly endpoints: readonly UsbEndpoint[] };
}
interface UsbDevice {
  readonly configuration: { readonly interfaces: readonly UsbInterface[] } | null;
  open(): Promise<void>;
  close(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(number: number): Promise<void>;
  transferOut(endpoint: number, data: Uint8Array): Promise<{ readonly status: string }>;
}
interface UsbDoor {
  getDevices(): Promise<UsbDevice[]>;
  requestDevice(options: object): Promise<UsbDevice>;
}
interface SerialPort {
  readonly writable: WritableStream<Uint8Array> | null;
  open(options: object): Promise<void>;
  close(): Promise<void>;
}
interface SerialDoor {
  getPorts(): Promise<SerialPort[]>;
  requestPort(): Promise<SerialPort>;
}

const doors = (): { usb?: UsbDoor; serial?: SerialDoor } => navigator as never;

const PRINTER_CLASS = 7;
const BAUD_RATE = 9_600;

/** Whether this browser can talk to such a printer at all. */
export function supports(way: Way): boolean {
  return way === 'browser' || (way === 'usb' ? doors().usb : doors().serial) !== undefined;
}

/** Lets the person choose the printer; the browser remembers it. Only after a press of a button. */
export async function choosePrinter(way: Exclude<Way, 'browser'>): Promise<void> {
  const { usb, serial } = doors();
  try {
    if (way === 'usb') {
      if (usb === undefined) throw new PrinterProblem('unsupported');
      await usb.requestDevice({ filters: [{ classCode: PRINTER_CLASS }] });
    } else {
      if (serial === undefined) throw new PrinterProblem('unsupported');
      await serial.requestPort();
    }
  } catch (error) {
    throw error instanceof PrinterProblem ? error : new PrinterProblem('not-chosen', error);
  }
}

/**
 * Opens the chosen printer, before anything is asked for that counts as printed.
 * @throws PrinterProblem
 */
export async function openPrinter(way: Exclude<Way, 'browser'>): Promise<OpenPrinter> {
  const { usb, serial } = doors();
  if (way === 'usb') {
    if (usb === undefined) throw new PrinterProblem('unsupported');
    const [device] = await usb.getDevices();
    if (device === undefined) throw new PrinterProblem('not-chosen');
    return orOffline(() => openUsb(device));
  }
  if (serial === undefined) throw new PrinterProblem('unsupported');
  const [port] = await serial.getPorts();
  if (port === undefined) throw new PrinterProblem('not-chosen');
  return orOffline(() => openSerial(port));
}

async function openUsb(device: UsbDevice): Promise<OpenPrinter> {
  await device.open();
  if (device.configuration === null) await device.selectConfiguration(1);
  const printer = device.configuration?.interfaces.find(
    ({ alternate }) => alternate.interfaceClass === PRINTER_CLASS,
  );
  const out = printer?.alternate.endpoints.find(
    ({ direction, type }) => direction === 'out' && type === 'bulk',
  );
  if (printer === undefined || out === undefined) throw new PrinterProblem('offline');
  await device.claimInterface(printer.interfaceNumber);
  return {
    send: (bytes) =>
      orOffline(async () => {
        const { status } = await device.transferOut(out.endpointNumber, bytes);
        if (status !== 'ok') throw new PrinterProblem('offline');
      }),
    close: () => device.close(),
  };
}

async function openSerial(port: SerialPort): Promise<OpenPrinter> {
  await port.open({ baudRate: BAUD_RATE });
  return {
    send: (bytes) =>
      orOffline(async () => {
        const writer = port.writable?.getWriter();
        if (writer === undefined) throw new PrinterProblem('offline');
        await writer.write(bytes);
        writer.releaseLock();
      }),
    close: () => port.close(),
  };
}

async function orOffline<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PrinterProblem ? error : new PrinterProblem('offline', error);
  }
}
