import type { Contestant } from './contestants/contestant';
import { product } from './contestants/product';
import { referenceServer } from './contestants/reference';
import { customers, type BenchCustomer } from './support/dataset';
import { runLoad } from './support/load';
import { report, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

const CONNECTIONS = 16;
const ROUNDS = 3;
const WARM_UP = 300;
const CALLS: Readonly<Record<Work, number>> = { verify: 6_000, process: 4_000 };

export type Work = 'verify' | 'process';

/** The bar of each work against the two references, measured in the same run. */
const BARS: Readonly<Record<Work, { readonly handWritten: number; readonly usual: number }>> = {
  process: { handWritten: 0.5, usual: 3 },
  verify: { handWritten: 0.5, usual: 2 },
};

async function measure(contestant: Contestant, work: Work, share: readonly BenchCustomer[]): Promise<number> {
  const result = await runLoad(contestant.port, CONNECTIONS, share.length, (index) => {
    const customer = share[index];
    if (customer === undefined) throw new Error('out of customers');
    return contestant[work](customer);
  });
  if (result.failures > 0)
    throw new Error(
      `${contestant.name} ${work}: ${String(result.failures)} failed, first: ${result.firstFailure ?? ''}`,
    );
  const rate = result.calls / result.seconds;
  console.log(
    `  ${work.padEnd(8)} ${contestant.name.padEnd(13)} ${rate.toFixed(0).padStart(6)}/s   p50 ${result.p50.toFixed(1)} ms   p99 ${result.p99.toFixed(1)} ms`,
  );
  return rate;
}

/** P1 and P2: signed calls over 16 connections, the contestants taking turns so that the machine's moods hit all alike. */
export async function benchPaymentApi(surroundings: Surroundings, work: Work): Promise<Line[]> {
  const calls = CALLS[work];
  const all = customers(calls * ROUNDS + WARM_UP);
  console.log(
    `${work}: ${String(all.length)} customers, ${String(CONNECTIONS)} connections, ${String(ROUNDS)} rounds in turn`,
  );
  const contestants = [
    await product(surroundings, all),
    await referenceServer('hand-written', surroundings, all),
    await referenceServer('usual', surroundings, all),
  ];
  try {
    const rates = new Map<string, number[]>(contestants.map((contestant) => [contestant.name, []]));
    for (const contestant of contestants) await measure(contestant, work, all.slice(-WARM_UP));
    for (let round = 0; round < ROUNDS; round += 1)
      for (const contestant of contestants) {
        const share = all.slice(round * calls, (round + 1) * calls);
        rates.get(contestant.name)?.push(await measure(contestant, work, share));
      }
    return report(work, rates, BARS[work]);
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.stop()));
  }
}
