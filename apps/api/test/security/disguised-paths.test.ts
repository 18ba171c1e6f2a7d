import { request } from 'node:http';
import { testApp } from '../support';

/* An address is what it says: no other spelling of it leads past what is said of it. */

const app = testApp({ jobs: false });

/** As it stands: `fetch` would put the target right before it leaves. */
function call(method: string, target: string, body = ''): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const asked = request({ hostname, port, method, path: target, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString() });
      });
    });
    asked.on('error', reject).end(body);
  });
}

it.each([
  ['POST', '/api/v1/%70ublic/inquiries'],
  ['POST', '/%61pi/v1/public/inquiries'],
  ['POST', '/api/v1/auth/logi%6E'],
  ['POST', 'http://elsewhere.example/api/v1/public/inquiries'],
  ['POST', '/api/v1/%70ayment/process'],
  ['POST', '/api/web%68ook/payment-notification'],
  ['POST', '/api/%73nap/v1.0/transfer-va/inquiry'],
  ['POST', '/api/snap/v1.0/transfer-va/inquir%79'],
  ['GET', '/%68ealth/live'],
])('%s %s leads nowhere', async (method, target) => {
  const answer = await call(method, target, method === 'POST' ? '{}' : '');
  expect(answer.status).toBe(404);
});

it('what varies in an address may be escaped as before', async () => {
  const customer = await app.make.customer();
  const staff = await app.as('admin');
  const id = String(customer.id);
  const escaped = [...id].map((digit) => `%3${digit}`).join('');
  expect((await staff.get(`/customers/${escaped}`)).status).toBe(200);
});
