import { createApp } from '../../api/src/app.setup';
import { announceFirstUsers } from '../../api/src/process/first-users';
import { ownScratch } from '../../api/src/process/own-scratch';
import { drain } from '../../api/src/process/retire';
import { explainFailure } from '../../api/src/process/run-command';
import { StartFailure } from '../../api/src/process/start-failure';
import { SystemClock } from '../../api/src/platform/clock';
import type { Config } from '../../api/src/platform/config';
import { Database } from '../../api/src/platform/database';
import { serveWebApp } from '../../api/src/platform/http';
import { createLogger } from '../../api/src/platform/logging';
import type { Addresses } from './banner';
import { BankProcess } from './bank-process';
import { bringSchema } from './bring-schema';
import {
  DemoBanksLink,
  fillSandboxDeposit,
  fillSandboxHistory,
  fillSandboxStatements,
  liveDay,
  loadDemo,
} from './demo';
import type { OpenDatabase } from './open-database';
import type { BankSettings } from './settings';

/** What the parts are given by the product they belong to. */
interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Something runs from now on. @throws when all of it is being stopped */
  readonly onStop: (what: string, stop: () => Promise<void>) => void;
  /** @throws when all of it is being stopped */
  readonly proceed: () => void;
}

/**
 * The parts that run over an open database: schema, demonstration, API with its pages, sandbox bank. This file is loaded when
 * they are started, for with them come two thousand modules.
 */
export class ProductParts {
  constructor(
    private readonly config: Config,
    private readonly around: Surroundings,
  ) {}

  async start(database: OpenDatabase, bank: BankSettings | null): Promise<Addresses> {
    const { config } = this;
    await this.migrate(database);
    if (config.demo) await this.loadDemo(config);
    // Beside each other: the bank is a process of its own and waits for nothing of the API.
    const [api, bankUrl] = await bothStarted(this.startApi(config), this.startBanks(config, bank));
    if (config.demo && bankUrl !== null) await this.liveDay(config, bankUrl);
    return { api, bank: bankUrl };
  }

  private async migrate(database: OpenDatabase): Promise<void> {
    const applied = await bringSchema(database);
    if (applied.length > 0) this.around.say(`schema: ${String(applied.length)} migrations applied\n`);
  }

  private async loadDemo(config: Config): Promise<void> {
    const started = performance.now();
    const loaded = await loadDemo({
      config,
      now: new SystemClock(config.zone).now(),
      proceed: this.around.proceed,
    });
    if (loaded)
      this.around.say(`demo data: loaded in ${((performance.now() - started) / 1_000).toFixed(1)} s\n`);
  }

  /** What of the demonstration's present day needs everything to run. It is missed without; the product goes on. */
  private async liveDay(config: Config, bank: string): Promise<void> {
    const now = new SystemClock(config.zone).now();
    const api = `http://127.0.0.1:${String(config.port)}`;
    const happen = fillSandboxDeposit(config, bank)
      .then(() => fillSandboxHistory(config, bank, now))
      .then(() => fillSandboxStatements(config, bank, now))
      .then(() => liveDay({ config, now, api, bank }));
    await happen.catch((error: unknown) => {
      this.around.say(`demo data: nothing happens today (${explainFailure(error)})\n`);
    });
  }

  private async startApi(config: Config): Promise<string> {
    const clock = new SystemClock(config.zone);
    ownScratch(config.home, this.around.env);
    // The console is for people; the log of requests is asked for with LOG_LEVEL.
    const app = await createApp(config, clock, createLogger(this.around.env.LOG_LEVEL || 'warn'));
    this.around.onStop('api', () => drain(app));
    if (config.webRoot !== null) await serveWebApp(app, config.webRoot);
    await app.init();
    await app.listen(config.port, config.host);
    if (!config.demo)
      await announceFirstUsers(app.get(Database), clock, config, (line) => {
        this.around.say(line);
      });
    return config.publicUrl;
  }

  /** The sandbox bank and, with demonstration data, the credentials by which it and the application call each other. */
  private async startBanks(config: Config, bank: BankSettings | null): Promise<string | null> {
    if (!config.demo) return (await this.startBank(config, bank))?.url ?? null;
    return DemoBanksLink.with(config, async (link) => {
      const ourKey = bank === null ? null : await link.callSandboxAt(`http://127.0.0.1:${String(bank.port)}`);
      const running = await this.startBank(config, bank, ourKey ?? undefined);
      if (running === null) await link.stopCalling();
      await link.admitSnapPartners(running === null ? [] : [running.publicKeyPem]);
      return running?.url ?? null;
    });
  }

  /** Null without a bank. One that does not come up is missed by the demonstration, not by the application. */
  private async startBank(
    { publicUrl: apiUrl, home }: Config,
    bank: BankSettings | null,
    partnerPublicKey?: string,
  ): Promise<{ url: string; publicKeyPem: string } | null> {
    if (bank === null) return null;
    const host = '127.0.0.1';
    try {
      const child = await BankProcess.start({ ...bank, host, apiUrl, home, partnerPublicKey });
      this.around.onStop('bank', () => child.stop());
      return { url: `http://localhost:${String(bank.port)}`, publicKeyPem: child.publicKeyPem };
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      this.around.say(`${error.message}; everything else goes on without it\n`);
      return null;
    }
  }
}

/** When one of the two fails, the other is waited for: what is being started must be there before it can be stopped. */
async function bothStarted<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return [await a, await b];
}
