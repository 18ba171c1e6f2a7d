import { product } from './contestants/product';
import { productDatabase } from './contestants/product-database';
import { customers, type BenchCustomer } from './support/dataset';
import { runLoad } from './support/load';
import { assertGapless } from './support/posted-rows';
import { againstReference, type Line } from './support/report';
import type { Surroundings } from './support/surroundings';

/** In flight at both processes together, as at the one. */
const LOADS = [16, 64];
const ROUNDS = 5;
const CALLS = 1_500;
/** Of each of both: a process that has compiled less than the other is no second one yet. */
const WARM_UP = 6_000;
const BAR = { condition: 1 };

/** P9: two API processes over one database, against one of them alone; afterwards every receipt number is there once. */
export async function benchSecondProcess(surroundings: Surroundings): Promise<Line[]> {
  const all = customers(CALLS * ROUNDS * 2 * LOADS.length + WARM_UP * 2);
  console.log(`second process: ${String(all.length)} customers, ${String(ROUNDS)} rounds in turn`);
  const database = await productDatabase(surroundings, all);
  const first = await product(database);
  const second = await first.another();
  const queue = [...all];
  const pay = async (ports: readonly number[], connections: number, count: number): Promise<number> => {
    const share = queue.splice(0, count);
    const started = performance.now();
    const each = Math.ceil(count / ports.length);
    await Promise.all(
      ports.map((port, index) =>
        payAll(port, connections / ports.length, share.slice(index * each, (index + 1) * each)),
      ),
    );
    return count / ((performance.now() - started) / 1_000);
  };
  const payAll = async (
    port: number,
    connections: number,
    share: readonly BenchCustomer[],
  ): Promise<void> => {
    const { failures, firstFailure } = await runLoad(port, connections, share.length, (index) => {
      const customer = share[index];
      if (customer === undefined) throw new Error('out of customers');
      return first.process(customer);
    });
    if (failures > 0) throw new Error(`${String(failures)} failed, first: ${firstFailure ?? ''}`);
  };
  try {
    const both = [first.port, second.port];
    await pay(both, 16, WARM_UP * 2);
    const lines: Line[] = [];
    for (const connections of LOADS) {
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        ours.push(await pay(both, connections, CALLS));
        theirs.push(await pay([first.port], connections, CALLS));
      }
      const at = `one process at ${String(connections)}`;
      lines.push(againstReference('second-process', at, { ours, theirs }, BAR));
    }
    await assertGapless(database.superUrl, all.length);
    return lines;
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
}
