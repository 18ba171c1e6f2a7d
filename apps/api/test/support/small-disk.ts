import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own for a test, small enough to be filled: a tmpfs, which only root may mount. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** @returns why not, where this machine or this account cannot mount one */
  static refusal(): string | null {
    try {
      SmallDisk.mount(1).unmount();
      return null;
    } catch (error) {
      return `no tmpfs can be mounted here: ${String(error).split('\n')[0] ?? ''}`;
    }
  }

  static mount(megabytes: number): SmallDisk {
    if (process.getuid?.() !== 0) throw new Error('not root');
    const folder = mkdtempSync(join(tmpdir(), 'tirtapay-disk-'));
    chmodSync(folder, 0o755);
    try {
      execFileSync(
        'mount',
        ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m,mode=755`, 'tirtapay-test', folder],
        {
          stdio: 'ignore',
        },
      );
    } catch (error) {
      rmSync(folder, { recursive: true });
      throw error;
    }
    return new SmallDisk(folder);
  }

  /** Not a byte is left. */
  fill(): void {
    const file = openSync(join(this.folder, 'filler'), 'a');
    try {
      for (const size of [1_048_576, 4_096, 1]) {
        const block = Buffer.alloc(size);
        try {
          while (writeSync(file, block) === size);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    } finally {
      closeSync(file);
    }
  }

  clear(): void {
    rmSync(join(this.folder, 'filler'), { force: true });
  }

  unmount(): void {
    execFileSync('umount', [this.folder]);
    rmSync(this.folder, { recursive: true });
  }
}
