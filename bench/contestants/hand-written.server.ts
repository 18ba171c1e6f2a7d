import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { Pool, types } from 'pg';

types.setTypeParser(types.builtins.INT8, Number);
const SECRET = process.env.BENCH_SECRET ?? '';
const ADMIN_FEE = 2_500;
const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.BENCH_POOL ?? '10'),
});

function authentic(request: IncomingMessage, body: Buffer): boolean {
  const { 'x-timestamp': timestamp, 'x-request-id': requestId, 'x-signature': signature } = request.headers;
  const text = [
    request.method,
    request.url,
    timestamp,
    requestId,
    createHash('sha256').update(body).digest('hex'),
  ].join('\n');
  const expected = createHmac('sha256', SECRET).update(text).digest();
  const given = Buffer.from(String(signature), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function answer(path: string, body: Record<string, unknown>): Promise<string> {
  if (path.endsWith('/verify')) {
    const { rows } = await pool.query<{ answer: string }>({
      name: 'verify',
      text: `SELECT json_build_object('customer', json_build_object('customer_number', c.number, 'name', c.name, 'address', c.address),
               'bills', (SELECT json_agg(json_build_object('bill_number', b.number, 'period', b.period, 'usage_m3', b.usage_m3, 'total', b.amount) ORDER BY b.period) FROM bill b WHERE b.customer_id = c.id AND b.paid_by IS NULL))::text AS answer
             FROM customer c WHERE c.number = $1`,
      values: [body.customer_number],
    });
    return rows[0]?.answer ?? '';
  }
  const [bill] = body.bill_numbers as string[];
  const { rows } = await pool.query<{ answer: string }>({
    name: 'pay',
    text: 'SELECT pay(1, $1, $2, $3) AS answer',
    values: [body.bank_reference, bill, Number(body.amount) - ADMIN_FEE],
  });
  return rows[0]?.answer ?? '';
}

const server = createServer((request, response) => {
  if (request.url === '/health/live') {
    response.end('ok');
    return;
  }
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = Buffer.concat(parts);
    if (!authentic(request, body)) {
      response.writeHead(401).end();
      return;
    }
    answer(request.url ?? '', JSON.parse(body.toString()) as Record<string, unknown>)
      .then((text) =>
        response.writeHead(text === '' ? 404 : 200, { 'content-type': 'application/json' }).end(text),
      )
      .catch((error: unknown) => response.writeHead(409).end(String(error)));
  });
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  void pool.end();
});
