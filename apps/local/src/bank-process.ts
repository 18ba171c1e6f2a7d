import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { StartFailure } from '../../api/src/process/start-failure';

export interface BankOptions {
  readonly port: number;
  readonly host: string;
  readonly apiUrl: string;
  readonly home: string;
  readonly tokenDigits: 16 | 20;
  /** Ours, for the bank to verify our calls by. */
  readonly partnerPublicKey?: string | undefined;
}

export type BankMessage = { readonly publicKeyPem: string } | { readonly failure: string };

/** The sandbox bank: a process of its own, because a bank is somebody else and must not share our memory or fate. */
export class BankProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** The bank's own key, which its SNAP calls are signed with. */
    readonly publicKeyPem: string,
  ) {}

  static start(options: BankOptions): Promise<BankProcess> {
    const child = fork(join(__dirname, 'bank-child.js'), [JSON.stringify(options)], {
      // Ctrl-C in the terminal is for the launcher, who stops the bank when its turn has come.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      child.once('message', (message: BankMessage) => {
        if ('publicKeyPem' in message) resolve(new BankProcess(child, message.publicKeyPem));
        else reject(new StartFailure(`the sandbox bank does not start: ${message.failure}`));
      });
      child.once('exit', (code) => {
        reject(new StartFailure(`the sandbox bank does not start (exit ${String(code)})`));
      });
    });
  }

  stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      const force = setTimeout(() => this.child.kill('SIGKILL'), 3_000);
      this.child.once('exit', () => {
        clearTimeout(force);
        resolve();
      });
      // The bank ends when its launcher hangs up, also when the launcher was killed.
      this.child.disconnect();
    });
  }
}
