import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock';
import { CONFIG, type Config } from '../config';
import { Database, type Tx } from '../database';
import { writeSetting } from '../settings';

/** Who we are, and where to ask for help: on papers, public pages and pages of errors. */
export interface LetterheadText {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours: string;
  readonly whatsapp: string | null;
  readonly email: string | null;
}

/** As it is kept: who saves over it says which one was read. */
interface KeptLetterhead {
  readonly text: LetterheadText;
  readonly version: number;
}

const KEY = 'letterhead';
const KEPT = 'SELECT value FROM app_setting WHERE key = $1';
/** So long another replica may still print the one before. */
const AGAIN_AFTER_MILLISECONDS = 15_000;

interface Row {
  readonly [column: string]: unknown;
  readonly value: LetterheadText & { readonly version?: number };
}

/** Kept at hand, because every receipt asks for it. Until somebody wrote it down, it is that of the configuration. */
@Injectable()
export class Letterhead implements OnModuleInit {
  private text: LetterheadText;
  private readAt = 0;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.text = { ...config.utility, whatsapp: null, email: null };
  }

  /** What was read last; after a while it is read again behind whoever asks. */
  get current(): LetterheadText {
    if (this.clock.now() - this.readAt > AGAIN_AFTER_MILLISECONDS) void this.refresh().catch(() => undefined);
    return this.text;
  }

  async onModuleInit(): Promise<void> {
    // A database that is not there yet is asked again; until then the configuration speaks.
    await this.refresh().catch(() => undefined);
  }

  /** As it stands in the books now; version 0 is that of the configuration, which nobody has written down. */
  async kept(): Promise<KeptLetterhead> {
    const [row] = await this.database.screen<Row>(KEPT, [KEY]);
    return this.keptOf(row);
  }

  /** The same, and nobody else writes one until the caller's transaction is over. */
  async locked(tx: Tx): Promise<KeptLetterhead> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [KEY]);
    const [row] = await tx.query<Row>(KEPT, [KEY]);
    return this.keptOf(row);
  }

  /** In the caller's transaction; whoever calls it refreshes when that is committed. */
  async write(tx: Tx, { text, version }: KeptLetterhead): Promise<void> {
    await writeSetting(tx, KEY, { ...text, version });
  }

  async refresh(): Promise<void> {
    this.readAt = this.clock.now();
    this.text = (await this.kept()).text;
  }

  private keptOf(row: Row | undefined): KeptLetterhead {
    if (row === undefined) return { text: this.text, version: 0 };
    // One that was written before there were versions is the first.
    const { version = 1, ...text } = row.value;
    return { text, version };
  }
}
