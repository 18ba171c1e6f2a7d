import { createApp } from '../../api/src/app.setup';
import { ownScratch } from '../../api/src/process/own-scratch';
import {
  DemoBanksLink,
  fillSandboxDeposit,
  fillSandboxHistory,
  fillSandboxStatements,
  liveDay,
  loadDemo,
} from './demo';
import { SystemClock } from '../../api/src/platform/clock';
import type { Config } from '../../api/src/platform/config';
import { Database } from '../../api/src/platform/database';
import { createLogger } from '../../api/src/platform/logging';
import { serveWebApp } from '../../api/src/platform/http';
import { readyText } from './banner';
import { BankProcess } from './bank-process';
import { bringSchema } from './bring-schema';
import { announceFirstUsers } from '../../api/src/process/first-users';
import { homeOf, prepareHome } from './home';
import { InstanceClaim } from './instance';
import { openConfiguredDatabase, openEmbeddedDatabase, type OpenDatabase } from './open-database';
import { requireFreePort } from './ports';
import { drain } from '../../api/src/process/retire';
import { secretsOf } from './secrets';
import { bankSettings, checkSettings, completeConfig, type BankSettings } from './settings';
import { explainFailure } from '../../api/src/process/run-command';
import { StartFailure } from '../../api/src/process/start-failure';

type Stop = () => Promise<void>;

export class StoppedWhileStarting extends Error {
  override readonly name = 'StoppedWhileStarting';
}

/** Everything `npm start` runs, started one after the other and stopped in the opposite order. */
export class Product {
  private readonly stops: { what: string; stop: Stop }[] = [];
  private starting: Promise<void> = Promise.resolve();
  private stopping = false;
  private claim: InstanceClaim | undefined;

  constructor(
    private readonly env: NodeJS.ProcessEnv,
    private readonly say: (line: string) => void,
    /** Something that was running is gone for good; the whole must end. */
    private readonly fail: (reason: unknown) => void,
  ) {}

  /** @throws StoppedWhileStarting when `stop` was called meanwhile; anything else is the reason it does not start */
  start(): Promise<void> {
    this.starting = this.run();
    return this.starting;
  }

  private async run(): Promise<void> {
    const started = performance.now();
    await checkSettings(this.env);
    const home = prepareHome(homeOf(this.env));
    this.claim = await InstanceClaim.take(home.path);
    const { claim } = this;
    this.onStop('claim', () => {
      claim.release();
      return Promise.resolve();
    });
    const bank = bankSettings(this.env);
    const host = this.env.HOST || (this.env.NODE_ENV === 'production' ? '0.0.0.0' : '127.0.0.1');
    await requireFreePort('PORT', Number(this.env.PORT || '3000'), host);
    if (bank !== null) await requireFreePort('BANK_SIMULATOR_PORT', bank.port, '127.0.0.1');
    const secrets = secretsOf(home.path);
    const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = this.env;
    const database = appUrl
      ? await openConfiguredDatabase(appUrl, ownerUrl || appUrl)
      : await openEmbeddedDatabase(home, secrets, this.fail);
    this.onStop('database', () => database.stop());
    claim.announce(database.port);
    const config = completeConfig(this.env, home.path, secrets, database);
    await this.migrate(database);
    if (config.demo) await this.loadDemo(config);
    // Beside each other: the bank is a process of its own and waits for nothing of the API.
    const [api, bankUrl] = await bothStarted(this.startApi(config), this.startBanks(config, bank));
    if (config.demo && bankUrl !== null) await this.liveDay(config, bankUrl);
    this.say(readyText(config, { api, bank: bankUrl }, performance.now() - started));
  }

  /** Stops what was started, the last first. What fails to stop does not keep the rest alive. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.claim?.announce(null, true);
    // Whatever is being started just now must be there before it can be stopped.
    await this.starting.catch(() => undefined);
    for (let part = this.stops.pop(); part !== undefined; part = this.stops.pop()) {
      const { what, stop } = part;
      await stop().catch((error: unknown) => {
        this.say(`stopping ${what}: ${String(error)}\n`);
      });
    }
  }

  private onStop(what: string, stop: Stop): void {
    this.stops.push({ what, stop });
    if (this.stopping) throw new StoppedWhileStarting();
  }

  private async migrate(database: OpenDatabase): Promise<void> {
    const applied = await bringSchema(database);
    if (applied.length > 0) this.say(`schema: ${String(applied.length)} migrations applied\n`);
  }

  private async loadDemo(config: Config): Promise<void> {
    const started = performance.now();
    const loaded = await loadDemo({
      config,
      now: new SystemClock(config.zone).now(),
      proceed: () => {
        if (this.stopping) throw new StoppedWhileStarting();
      },
    });
    if (loaded) this.say(`demo data: loaded in ${((performance.now() - started) / 1_000).toFixed(1)} s\n`);
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
      this.say(`demo data: nothing happens today (${explainFailure(error)})\n`);
    });
  }

  private async startApi(config: Config): Promise<string> {
    const clock = new SystemClock(config.zone);
    ownScratch(config.home, this.env);
    // The console is for people; the log of requests is asked for with LOG_LEVEL.
    const app = await createApp(config, clock, createLogger(this.env.LOG_LEVEL || 'warn'));
    this.onStop('api', () => drain(app));
    if (config.webRoot !== null) await serveWebApp(app, config.webRoot);
    await app.init();
    await app.listen(config.port, config.host);
    if (!config.demo)
      await announceFirstUsers(app.get(Database), clock, config, (line) => {
        this.say(line);
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
      this.onStop('bank', () => child.stop());
      return { url: `http://localhost:${String(bank.port)}`, publicKeyPem: child.publicKeyPem };
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      this.say(`${error.message}; everything else goes on without it\n`);
      return null;
    }
  }
}

/** When one of the two fails, the other is waited for: what is being started must be there before it can be stopped. */
async function bothStarted<A, B>(a: Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return [await a, await b];
}
