import { Client } from 'pg';
import { LAWS } from '../../src/house';
import { checkLawsAtOnce } from '../../src/platform/invariants';

/**
 * Asks for the laws on one connection as long as it lives: PostgreSQL reads its catalogue of all tables once, and not each
 * time a test wants to know whether the books are right.
 */
export class LawKeeper {
  private client: Client | undefined;

  constructor(private readonly url: string) {}

  /** Broken laws as lines of text; empty when the books are right. */
  async violations(now?: Date): Promise<string[]> {
    const client = (this.client ??= await this.connected());
    return (await checkLawsAtOnce(client, LAWS, 20, now)).flatMap(({ law, rows }) =>
      rows.map((row) => `${law.id} ${law.title}: ${JSON.stringify(row)}`),
    );
  }

  async end(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end();
  }

  private async connected(): Promise<Client> {
    const client = new Client({ connectionString: this.url, application_name: 'tirtapay-invariants' });
    // Tests also end all connections there are.
    client.on('error', () => {
      this.client = undefined;
    });
    await client.connect();
    return client;
  }
}

/** The same, asked once. */
export async function findViolations(url: string, now?: Date): Promise<string[]> {
  const keeper = new LawKeeper(url);
  try {
    return await keeper.violations(now);
  } finally {
    await keeper.end();
  }
}
