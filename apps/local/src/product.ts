import { readyText } from './banner';
import { homeOf, prepareHome } from './home';
import { InstanceClaim } from './instance';
import { openConfiguredDatabase, openEmbeddedDatabase } from './open-database';
import { requireFreePort } from './ports';
import { secretsOf } from './secrets';
import { bankSettings, checkSettings, completeConfig } from './settings';

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
    // Whoever is told that a port is taken need not wait for all modules.
    const { ProductParts } = await import('./product-parts');
    const parts = new ProductParts(config, {
      env: this.env,
      say: this.say,
      onStop: (what, stop) => {
        this.onStop(what, stop);
      },
      proceed: () => {
        this.requireWanted();
      },
    });
    const addresses = await parts.start(database, bank);
    this.say(readyText(config, addresses, performance.now() - started));
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
    this.requireWanted();
  }

  private requireWanted(): void {
    if (this.stopping) throw new StoppedWhileStarting();
  }
}
