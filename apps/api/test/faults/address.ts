import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** An address that leads to a server and, when it is told to, to another: what a name or a floating address is in production. */
export class Address {
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private target: number,
  ) {}

  static async of(port: number): Promise<Address> {
    const server = createServer();
    const address = new Address(server, port);
    server.on('connection', (client) => {
      address.join(client);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return address;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** `url`, by way of this address. */
  through(url: string): string {
    const by = new URL(url);
    by.port = String(this.port);
    return by.href;
  }

  /** Who comes from now on is led there; who is connected is cut off. */
  leadTo(port: number): void {
    this.target = port;
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((closed) => this.server.close(closed));
  }

  private join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    const end = () => {
      client.destroy();
      server.destroy();
      this.sockets.delete(client);
      this.sockets.delete(server);
    };
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    client.pipe(server).pipe(client);
  }
}
