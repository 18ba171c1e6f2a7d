import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { readNativeHeaders, verifyNative } from '@tirtapay/bank-protocol';
import vectors from '../../../../libs/bank-protocol/fixtures/native-vectors.json';

const SAMPLES = join(__dirname, '../../../../docs/samples');
const ENVIRONMENT = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };

/** Command, how to ask whether it is there, and the sample it runs. */
const LANGUAGES = [
  {
    name: 'curl and openssl',
    command: 'sh',
    probe: ['-c', 'curl --version && openssl version'],
    sample: 'sign.sh',
  },
  { name: 'Node', command: process.execPath, probe: ['--version'], sample: 'sign.mjs' },
  { name: 'PHP', command: 'php', probe: ['--version'], sample: 'sign.php' },
  { name: 'Python', command: 'python3', probe: ['--version'], sample: 'sign.py' },
  { name: 'Java', command: 'java', probe: ['-version'], sample: 'Sign.java' },
] as const;

const installed = LANGUAGES.filter(({ command, probe }) => spawnSync(command, probe).status === 0);

function printed(command: string, sample: string, given: readonly string[] = []): string {
  const run = spawnSync(command, [join(SAMPLES, sample), ...given], { encoding: 'utf8', env: ENVIRONMENT });
  expect(run.stderr).toBe('');
  return run.stdout.trimEnd();
}

describe('signing samples for bank developers', () => {
  it('can be run here in three languages at least', () => {
    expect(installed.length).toBeGreaterThanOrEqual(3);
  });

  it.each(installed)('$name prints the signature of the first vector', ({ command, sample }) => {
    expect(printed(command, sample)).toBe(vectors.requests[0]?.signature);
  });

  it.each(installed)('$name signs a call with query and without body', ({ command, sample }) => {
    const vector = vectors.requests[1];
    const given = [vector?.method, vector?.requestTarget, vector?.timestamp, vector?.requestId, vector?.body];
    expect(
      printed(
        command,
        sample,
        given.map((part) => part ?? ''),
      ),
    ).toBe(vector?.signature);
  });

  it('curl sends the bytes it signed', async () => {
    const verdicts: number[] = [];
    const server = createServer((request, response) => {
      void buffer(request).then((rawBody) => {
        const headers = readNativeHeaders(request.headers);
        const parts = {
          method: request.method ?? '',
          requestTarget: request.url ?? '',
          timestamp: headers?.timestamp ?? '',
          requestId: headers?.requestId ?? '',
          rawBody,
        };
        verdicts.push(verifyNative([vectors.secret], parts, headers?.signature ?? ''));
        response.end(`${headers?.keyId ?? ''} ${request.headers['content-type'] ?? 'no body'}`);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const outputs: string[] = [];
    for (const { method, requestTarget, timestamp, requestId, body } of vectors.requests) {
      const given = [join(SAMPLES, 'sign.sh'), method, requestTarget, timestamp, requestId, body];
      const curl = spawn('sh', given, {
        env: { ...ENVIRONMENT, BANK_API_URL: url },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      outputs.push(await text(curl.stdout));
    }
    await new Promise((resolve) => server.close(resolve));
    expect(verdicts).toEqual([0, 0]);
    expect(outputs[0]).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*demo-bank-sultra application\/json$/);
    expect(outputs[1]).toMatch(/demo-bank-sultra no body$/);
  });
});
