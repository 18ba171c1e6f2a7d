import { AddressList, CidrError } from '@tirtapay/bank-protocol';

export type Env = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/**
 * Reads variables one by one and remembers what is wrong with each by its name, so that nothing hides behind the first
 * mistake. A variable that is set to nothing is not set. After a problem the value returned is of no use.
 */
export class SettingReader {
  readonly problems: string[] = [];

  constructor(private readonly env: Env) {}

  refuse(problem: string): void {
    this.problems.push(problem);
  }

  text(name: string): string | undefined {
    return this.env[name] || undefined;
  }

  integer(name: string, fallback: number, low: number, high: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (Number.isInteger(value) && value >= low && value <= high) return value;
    this.refuse(`${name} must be a whole number from ${String(low)} to ${String(high)}, not "${text}"`);
    return fallback;
  }

  /** On unless it is switched off; a word that is neither is no answer to be guessed at. */
  flag(name: string): boolean {
    const text = this.text(name) ?? '1';
    if (['0', 'false'].includes(text)) return false;
    if (!['1', 'true'].includes(text)) this.refuse(`${name} must be 1 or 0, not "${text}"`);
    return true;
  }

  zone(name: string, fallback: string): string {
    const zone = this.text(name) ?? fallback;
    try {
      new Intl.DateTimeFormat('id-ID', { timeZone: zone });
    } catch {
      this.refuse(`${name} "${zone}" is not a time zone`);
    }
    return zone;
  }

  logLevel(name: string, fallback: string): string {
    const level = this.text(name) ?? fallback;
    if (!LOG_LEVELS.includes(level))
      this.refuse(`${name} must be one of ${LOG_LEVELS.join(', ')}, not "${level}"`);
    return level;
  }

  /** An address of the web without a slash at its end. */
  webAddress(name: string, fallback: string, secure: boolean): string {
    const address = this.text(name) ?? fallback;
    const protocol = URL.canParse(address) ? new URL(address).protocol : '';
    if (!(secure ? ['https:'] : ['https:', 'http:']).includes(protocol))
      this.refuse(`${name} must be an ${secure ? 'https://' : 'http:// or https://'} address`);
    return address.replace(/\/+$/, '');
  }

  networks(name: string): string[] {
    const entries = (this.text(name) ?? '')
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '');
    for (const entry of entries)
      try {
        new AddressList([entry]);
      } catch (error) {
        if (!(error instanceof CidrError)) throw error;
        this.refuse(`${name} "${entry}" is not a network: an address, or an address and its prefix`);
      }
    return entries;
  }

  /** @param guarded refuse the passwords that come with a product */
  databaseUrl(name: string, guarded: boolean): string | undefined {
    const url = this.text(name);
    if (url === undefined) return undefined;
    if (!URL.canParse(url)) {
      this.refuse(`${name} is not a URL`);
      return url;
    }
    const { protocol, password } = new URL(url);
    if (!/^postgres(ql)?:$/.test(protocol)) this.refuse(`${name} must start with postgresql://`);
    else if (guarded && /^(postgres|password|tirtapay|demo)?$/i.test(password))
      this.refuse(`${name} carries a default password`);
    return url;
  }
}
