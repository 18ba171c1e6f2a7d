import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutboundDirectory } from '../../src/modules/bank-gateway/outbound';
import { AnswerLost, callPinned, NotSent } from '../../src/modules/bank-gateway/outbound/https-call';
import { testApp } from '../support';

const servers: Server[] = [];

async function listening(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const HERE = { address: '127.0.0.1', family: 4 } as const;
const CALL = { method: 'POST', headers: { 'content-type': 'application/json' }, body: Buffer.from('{}') };

function call(url: string, deadline = 2_000): ReturnType<typeof callPinned> {
  return callPinned(new URL(url), HERE, CALL, deadline);
}

describe('a call to a bank', () => {
  it('goes to the address that was checked, whatever its name leads to by then', async () => {
    const hosts: (string | undefined)[] = [];
    const port = await listening((request, response) => {
      hosts.push(request.headers.host);
      response.end('{}');
    });
    // A name that nobody resolves: the call never asks again.
    expect((await call(`http://rebinding.invalid:${String(port)}/snap`)).status).toBe(200);
    expect(hosts).toEqual([`rebinding.invalid:${String(port)}`]);
  });

  it('follows no redirect, least of all to this machine', async () => {
    let reached = 0;
    const inner = await listening((_, response) => {
      reached += 1;
      response.end('secrets');
    });
    const port = await listening((_, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${String(inner)}/latest/meta-data` }).end();
    });
    expect((await call(`http://bank.invalid:${String(port)}/`)).status).toBe(307);
    expect(reached).toBe(0);
  });

  it('reads no more than an answer can be', async () => {
    let sent = 0;
    const port = await listening((_, response) => {
      const chunk = Buffer.alloc(65_536, 32);
      const more = (): void => {
        while (!response.destroyed && sent < 50_000_000) {
          sent += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    await expect(call(`http://bank.invalid:${String(port)}/`)).rejects.toThrow(AnswerLost);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('has one deadline, which an answer that drips does not push back', async () => {
    const port = await listening((_, response) => {
      const drip = setInterval(() => response.write(' '), 20);
      response.once('close', () => {
        clearInterval(drip);
      });
    });
    // Pushed back by what drips it would never come.
    await expect(call(`http://bank.invalid:${String(port)}/`, 400)).rejects.toThrow(AnswerLost);
  });

  it('that never left is told apart from one whose answer was lost', async () => {
    const port = await listening((request) => {
      request.socket.destroy();
    });
    await expect(call(`http://bank.invalid:${String(port)}/`)).rejects.toThrow(AnswerLost);
    const [server] = servers.splice(-1);
    await new Promise((resolve) => server?.close(resolve));
    await expect(call(`http://bank.invalid:${String(port)}/`)).rejects.toThrow(NotSent);
  });

  it('is never spoken in plain where https was agreed', async () => {
    const bodies: string[] = [];
    const port = await listening((request, response) => {
      bodies.push(request.url ?? '');
      response.end('{}');
    });
    await expect(call(`https://bank.invalid:${String(port)}/snap`)).rejects.toThrow(NotSent);
    expect(bodies).toEqual([]);
  });
});

describe('an address that got into the database past the screen', () => {
  const app = testApp({ jobs: false });

  it.each([
    'http://10.0.0.5/snap',
    'https://169.254.169.254/latest',
    'https://127.1/snap',
    'https://user@bank.example.com/snap',
    'https://bank.example.com:5432/snap',
    'file:///etc/passwd',
  ])('%s is not called, and its bank not offered', async (address) => {
    const bank = await app.make.bank();
    await app.database.query(
      `INSERT INTO bank_outbound (bank_id, base_url, client_key, partner_id, channel_id, partner_service_id, mode)
       VALUES ($1, $2, 'c', 'p', '95051', '   13501', 'ASYMMETRIC')`,
      [bank.id, address],
    );
    app.get(OutboundDirectory).forget();
    expect(await app.get(OutboundDirectory).ofBank(bank.id)).toBeNull();
  });
});
