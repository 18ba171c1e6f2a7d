import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** When the connection of a batch is cut: its COMMIT never arrives, its answer never returns, or just after that. */
export type Cut = 'BEFORE' | 'DURING' | 'AFTER';

const RECEIPTS = Buffer.from('issue_receipts\0');
const COMMIT = Buffer.from('Q\0\0\0\vCOMMIT\0');

/** Stands between the API and PostgreSQL and cuts the connection that commits payments, as often as it is told to. */
export class CuttingProxy {
  cuts = 0;
  private next: Cut | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async before(port: number): Promise<CuttingProxy> {
    const server = createServer();
    const proxy = new CuttingProxy(server);
    server.on('connection', (client) => {
      proxy.join(client, connect(port, '127.0.0.1'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The next COMMIT of payments is cut. */
  cut(when: Cut): void {
    this.next = when;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(client: Socket, database: Socket): void {
    let pays = false;
    let tail: Buffer = Buffer.alloc(0);
    let answerLost = false;
    let endAfterAnswer = false;
    const end = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    client.on('data', (chunk: Buffer) => {
      const seen = Buffer.concat([tail, chunk]);
      pays ||= seen.includes(RECEIPTS);
      const commit = seen.indexOf(COMMIT);
      if (!pays || commit < 0 || this.next === null) {
        if (commit >= 0) pays = false;
        tail = seen.subarray(-COMMIT.length - RECEIPTS.length);
        database.write(chunk);
        return;
      }
      const when = this.next;
      this.next = null;
      this.cuts += 1;
      if (when === 'BEFORE') {
        // What came with it may already be there: the database rolls back when its client is gone.
        database.write(chunk.subarray(0, Math.max(0, commit - tail.length)), end);
        return;
      }
      answerLost = when === 'DURING';
      endAfterAnswer = when === 'AFTER';
      database.write(chunk);
    });
    database.on('data', (chunk: Buffer) => {
      const committed = chunk.includes('COMMIT\0');
      if (answerLost) {
        if (committed) end();
        return;
      }
      client.write(chunk, () => {
        if (endAfterAnswer && committed) end();
      });
    });
  }
}
