import { parseArgs } from 'node:util';
import { isBankReference } from '@tirtapay/bank-protocol';
import { CHANNELS, type Channel } from '@tirtapay/domain';
import type { SandboxBank } from './bank';
import type { BankProfile } from './bank-profile';
import { CounterSlip } from './counter-slip';
import { DRILL_USAGE, isDrillCommand, runDrillCommand } from './drill-commands';
import { EXIT } from './exit-code';
import type { JournalEntry, PaymentJournal } from './journal';
import { openSandbox } from './sandbox';
import type { Settings } from './settings';
import { UsageError } from './usage-error';
import { DEFAULT_REASON } from './wording';

const USAGE = `Bank Sandbox: menandatangani permintaan sungguhan ke TirtaPay.

  npm run bank -- inquire <nomor_pelanggan> [--bills N] [--bank sultra|kedua]
  npm run bank -- pay <nomor_pelanggan> [--bills N] [--channel TELLER] [--bank sultra|kedua] [--reference REF]
  npm run bank -- status <referensi> [--bank sultra|kedua]
  npm run bank -- reverse <referensi> [--reason "…"] [--bank sultra|kedua]
  npm run bank -- retry <referensi> [--bank sultra|kedua]
${DRILL_USAGE}

Lingkungan: PORT dan TIRTAPAY_HOME seperti pada npm start, TIRTAPAY_URL untuk alamat lain,
BANK_API_KEY, BANK_API_SECRET.`;

interface Command {
  readonly name: string;
  readonly subject: string;
  readonly bank: BankProfile | undefined;
  readonly billCount: number | undefined;
  readonly channel: Channel;
  readonly reference: string | undefined;
  readonly reason: string;
}

const OPTIONS = {
  bills: { type: 'string' },
  channel: { type: 'string', default: 'TELLER' },
  bank: { type: 'string' },
  reference: { type: 'string' },
  reason: { type: 'string', default: DEFAULT_REASON },
  help: { type: 'boolean', short: 'h' },
} as const;

function parsedArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function readCommand(argv: readonly string[], banks: readonly BankProfile[]): Command {
  const { values, positionals } = parsedArguments(argv);
  const [name = '', subject = '', ...rest] = positionals;
  if (values.help || name === '') throw new UsageError('');
  if (subject === '' || rest.length > 0)
    throw new UsageError(`${name}: perlu tepat satu nomor atau referensi`);
  const bank = banks.find(({ id }) => id === values.bank);
  if (values.bank !== undefined && !bank) throw new UsageError(`--bank tidak dikenal: ${values.bank}`);
  const channel = CHANNELS.find((known) => known === values.channel);
  if (!channel) throw new UsageError(`--channel salah satu dari ${CHANNELS.join(', ')}`);
  if (values.bills !== undefined && !/^[1-9]\d{0,2}$/.test(values.bills)) {
    throw new UsageError('--bills adalah jumlah lembar, paling sedikit 1');
  }
  if (values.reference !== undefined && !isBankReference(values.reference)) {
    throw new UsageError(
      '--reference: 1 sampai 64 huruf, angka, titik, garis miring, garis bawah atau tanda hubung',
    );
  }
  const billCount = values.bills === undefined ? undefined : Number(values.bills);
  return { name, subject, bank, billCount, channel, reference: values.reference, reason: values.reason };
}

/** One run of the command line; writes to `write` line by line and gives the exit code. */
export async function runCommand(
  argv: readonly string[],
  settings: Settings,
  now: () => number,
  write: (line: string) => void,
): Promise<number> {
  try {
    if (isDrillCommand(argv)) return await runDrillCommand(argv, openSandbox({ ...settings, now }), write);
    const command = readCommand(argv, settings.banks);
    const { bank, books } = openSandbox({ ...settings, now });
    const counter = new Counter(bank, books.journal, settings, write);
    return await counter.serve(command);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (error.message !== '') write(`${error.message}\n`);
    write(USAGE);
    return EXIT.usage;
  }
}

/** The bank's counter: one method a command. */
class Counter {
  constructor(
    private readonly bank: SandboxBank,
    private readonly journal: PaymentJournal,
    private readonly settings: Settings,
    private readonly write: (line: string) => void,
  ) {}

  serve(command: Command): Promise<number> {
    switch (command.name) {
      case 'inquire':
        return this.inquire(command);
      case 'pay':
        return this.pay(command);
      case 'status':
        return this.status(command);
      case 'reverse':
        return this.reverse(command);
      case 'retry':
        return this.retry(command);
      default:
        throw new UsageError(`perintah tidak dikenal: ${command.name}`);
    }
  }

  private async inquire(command: Command): Promise<number> {
    const profile = command.bank ?? this.defaultBank();
    const slip = this.slip(profile);
    const { exchange } = await this.bank.inquire(profile, command.subject, optionsOf(command));
    return slip.inquiry(exchange);
  }

  private async pay(command: Command): Promise<number> {
    const profile = command.bank ?? this.defaultBank();
    const slip = this.slip(profile);
    const { exchange, inquiry } = await this.bank.inquire(profile, command.subject, optionsOf(command));
    const code = slip.inquiry(exchange);
    if (!inquiry) return code;
    const paid = await this.bank.pay(inquiry, command.channel);
    return slip.payment(paid.exchange, paid.entry);
  }

  private async status(command: Command): Promise<number> {
    const profile = this.bankOf(command, this.remembered(command));
    return this.slip(profile).status(await this.bank.status(profile, referenceOf(command)));
  }

  private async reverse(command: Command): Promise<number> {
    const profile = this.bankOf(command, this.remembered(command));
    return this.slip(profile).reversal(
      await this.bank.reverse(profile, referenceOf(command), command.reason),
    );
  }

  private async retry(command: Command): Promise<number> {
    const entry = this.remembered(command);
    if (!entry) {
      this.write(
        `Referensi ${command.subject} tidak ada di jurnal bank ini; tidak ada yang bisa dikirim ulang.`,
      );
      return EXIT.usage;
    }
    const profile = this.bankOf(command, entry);
    const slip = this.slip(profile);
    return slip.retry(await this.bank.retry(profile, entry));
  }

  private remembered(command: Command): JournalEntry | null {
    return this.journal.find(command.subject, command.bank?.id);
  }

  private bankOf(command: Command, entry: JournalEntry | null): BankProfile {
    return command.bank ?? this.settings.banks.find(({ id }) => id === entry?.bank) ?? this.defaultBank();
  }

  private defaultBank(): BankProfile {
    const [first] = this.settings.banks;
    if (!first) throw new UsageError('tidak ada bank yang diatur');
    return first;
  }

  private slip(profile: BankProfile): CounterSlip {
    this.write(`Bank Sandbox → ${this.settings.apiUrl} sebagai ${profile.name} (${profile.keyId})`);
    return new CounterSlip(this.settings.apiUrl, this.write);
  }
}

function optionsOf({ billCount, reference }: Command): { billCount?: number; reference?: string } {
  return {
    ...(billCount === undefined ? {} : { billCount }),
    ...(reference === undefined ? {} : { reference }),
  };
}

function referenceOf({ subject }: Command): string {
  const typed: unknown = subject;
  if (!isBankReference(typed)) throw new UsageError(`bukan referensi bank: ${subject}`);
  return typed;
}
