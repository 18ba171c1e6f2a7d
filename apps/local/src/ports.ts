import { createServer } from 'node:net';
import { StartFailure } from '../../api/src/process/start-failure';

function listenOnce(port: number, host: string): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', resolve);
    probe.listen(port, host, () => {
      probe.close(() => {
        resolve(null);
      });
    });
  });
}

/** Refuses before anything is started, so that nothing has to be taken down again. */
export async function requireFreePort(variable: string, port: number, host: string): Promise<void> {
  const error = await listenOnce(port, host);
  if (error === null) return;
  const reason: Partial<Record<string, string>> = {
    EADDRINUSE: 'is in use',
    EACCES: 'needs more rights than this user has',
    EADDRNOTAVAIL: `cannot be opened: ${host} is no address of this machine`,
  };
  throw new StartFailure(
    `port ${String(port)} ${reason[error.code ?? ''] ?? `cannot be opened (${error.code ?? error.message})`}: set ${variable} to another one`,
  );
}
