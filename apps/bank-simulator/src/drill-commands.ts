import { parseArgs } from 'node:util';
import { formatRupiah } from '@tirtapay/domain';
import { z } from 'zod';
import { outcomeOf } from './biller/outcome';
import type { BankCall } from './books/call-log';
import { faultOrder } from './control/control-schemas';
import { targetOf } from './desks/order-desk';
import { totalOf } from './drills/due';
import { paymentRequest } from './drills/payment-request';
import { CounterRefusal, orderName } from './drills/payment-target';
import { runScenario } from './drills/run-scenario';
import { SCENARIOS } from './drills/scenarios';
import { EXIT } from './exit-code';
import type { Sandbox } from './sandbox';
import { settlementFile } from './settlement/settlement-request';
import { UsageError } from './usage-error';
import { operationWords } from './wording';

export const DRILL_USAGE = `
  npm run bank -- orders
  npm run bank -- scenarios
  npm run bank -- scenario <nama> <nomor VA | isi atau referensi QRIS> [--via snap|native|webhook] [--bank …]
      [--count N] [--delay detik] [--amount rupiah] [--customer nomor] [--reference REF]
  npm run bank -- fault <jenis> [--service 27] [--times N|0]     (0: sampai dicabut)
  npm run bank -- fault clear
  npm run bank -- settlement [YYYY-MM-DD] [--bank …] [--kind csv|mt940|camt053]
      [--break missing,extra,duplicate,amount,next-day,reversed,fee,customer]`;

const OPTIONS = {
  via: { type: 'string', default: 'snap' },
  bank: { type: 'string' },
  count: { type: 'string' },
  delay: { type: 'string' },
  amount: { type: 'string' },
  customer: { type: 'string' },
  reference: { type: 'string' },
  service: { type: 'string' },
  times: { type: 'string', default: '1' },
  kind: { type: 'string' },
  break: { type: 'string' },
} as const;

type Write = (line: string) => void;

const COMMANDS = ['orders', 'scenarios', 'scenario', 'fault', 'settlement'] as const;

/** Whether the first word asks for a drill and not for the counter. */
export function isDrillCommand([name]: readonly string[]): boolean {
  return COMMANDS.some((known) => known === name);
}

/** The commands that play faults and files. Gives the exit code; throws UsageError. */
export async function runDrillCommand(
  argv: readonly string[],
  sandbox: Sandbox,
  write: Write,
): Promise<number> {
  const { positionals, values } = readArguments(argv);
  const [name, first = '', second = ''] = positionals;
  switch (name) {
    case 'orders':
      return listOrders(sandbox, write);
    case 'scenarios':
      return listScenarios(write);
    case 'scenario':
      return playScenario(sandbox, { ...values, scenario: first, target: second }, write);
    case 'fault':
      return setFault(sandbox, { ...values, kind: first }, write);
    default:
      return printSettlement(sandbox, { ...values, date: first }, write);
  }
}

type Values = ReturnType<typeof readArguments>['values'];

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function listOrders({ books, now }: Sandbox, write: Write): number {
  const orders = books.orders.all();
  if (orders.length === 0) write('PDAM belum membuat VA atau QRIS di bank ini.');
  for (const order of orders) {
    const state = books.collections.stateOf(order, now());
    const total = formatRupiah(totalOf(order)).padStart(14);
    write(
      `${order.method.padEnd(5)} ${orderName(order).padEnd(26)} ${total}  ${state.padEnd(9)} ${order.bank}`,
    );
  }
  return EXIT.done;
}

function listScenarios(write: Write): number {
  for (const [name, { title, description }] of Object.entries(SCENARIOS))
    write(`${name.padEnd(16)} ${title}: ${description}`);
  return EXIT.done;
}

async function playScenario(
  sandbox: Sandbox,
  values: Values & { readonly scenario: string; readonly target: string },
  write: Write,
): Promise<number> {
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  const request = paymentRequest.safeParse({
    scenario: values.scenario,
    ...targetOf(values.target),
    via: values.via.toUpperCase(),
    bank: values.bank,
    reference: values.reference,
    amount: number(values.amount),
    customer_number: values.customer,
    count: number(values.count),
    delay_seconds: number(values.delay),
  });
  if (!request.success) throw new UsageError(z.prettifyError(request.error));
  try {
    const report = await runScenario(sandbox.desk, request.data);
    const { payment } = report;
    for (const step of report.steps) {
      write(`${step.met ? '✓' : '✗'} ${step.title} (harapan: ${step.expected})`);
      for (const call of step.calls) printCall(call, write);
    }
    if (payment)
      write(`Referensi ${payment.reference}, ${formatRupiah(payment.total)}, keadaan ${payment.state}`);
    write(report.passed ? 'SESUAI HARAPAN' : 'TIDAK SESUAI HARAPAN');
    return report.passed ? EXIT.done : EXIT.refused;
  } catch (error) {
    if (!(error instanceof CounterRefusal)) throw error;
    write(`Ditolak di loket bank: ${error.message}`);
    return EXIT.refused;
  }
}

function printCall(call: BankCall, write: Write): void {
  const answer =
    call.status === null ? (call.failure ?? '') : `${String(call.status)} ${call.response_code ?? ''}`;
  write(`    → ${operationWords(call.operation)}: ${call.method} ${call.target}`);
  if (call.request_body !== '') write(`      ${call.request_body}`);
  write(`    ← ${answer.trim()} [${outcomeOf(call)}] ${String(call.elapsed_ms)} ms`);
  if (call.response_body !== null) write(`      ${call.response_body}`);
}

function setFault(sandbox: Sandbox, values: Values & { readonly kind: string }, write: Write): number {
  if (values.kind === 'clear') sandbox.faults.clear();
  else {
    const order = faultOrder.safeParse({
      kind: values.kind,
      services: values.service === undefined ? null : values.service.split(','),
      times: values.times === '0' ? null : Number(values.times),
    });
    if (!order.success) throw new UsageError(z.prettifyError(order.error));
    const { kind, services, times } = order.data;
    sandbox.faults.set({ kind, services, left: times });
  }
  const faults = sandbox.faults.all();
  if (faults.length === 0) write('Tidak ada gangguan terpasang.');
  for (const { kind, services, left } of faults)
    write(
      `${kind} layanan ${services?.join(',') ?? 'semua'}, ${left === null ? 'terus' : `${String(left)} kali`}`,
    );
  return EXIT.done;
}

function printSettlement(sandbox: Sandbox, values: Values & { readonly date: string }, write: Write): number {
  const query = new URLSearchParams({
    ...(values.bank === undefined ? {} : { bank: values.bank }),
    ...(values.date === '' ? {} : { date: values.date }),
    ...(values.kind === undefined ? {} : { kind: values.kind }),
    ...(values.break === undefined ? {} : { break: values.break }),
  });
  const file = settlementFile(sandbox, query);
  if (!file) throw new UsageError('bank, tanggal, --kind, atau --break tidak dikenal');
  write(file.content.trimEnd());
  return EXIT.done;
}
