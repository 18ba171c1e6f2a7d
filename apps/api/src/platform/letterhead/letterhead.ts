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

const KEY = 'letterhead';
/** So long another replica may still print the one before. */
const AGAIN_AFTER_MILLISECONDS = 15_000;

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

  /** In the caller's transaction; whoever calls it refreshes when that is committed. */
  async write(tx: Tx, text: LetterheadText): Promise<void> {
    await writeSetting(tx, KEY, text);
  }

  async refresh(): Promise<void> {
    this.readAt = this.clock.now();
    const [row] = await this.database.screen<{ value: LetterheadText }>(
      'SELECT value FROM app_setting WHERE key = $1',
      [KEY],
    );
    if (row !== undefined) this.text = row.value;
  }
}
