import { ModulesContainer } from '@nestjs/core';
import { hasPermission, PRINCIPALS, type Principal, type Role } from '@tirtapay/domain';
import { testApp, type HttpCaller, type StaffName, type TestBank } from '../support';
import { routesOf, type Route } from './routes';

const app = testApp({ jobs: false });
const STAFF_OF: Readonly<Record<Role, StaffName>> = {
  ADMIN_SUPER: 'super',
  ADMIN_PDAM: 'admin',
  PETUGAS_METER: 'petugas',
  KASIR: 'kasir',
  MANAJER: 'manajer',
  ADMIN_IT: 'it',
};
type Verdict = 'let in' | 'unknown' | 'forbidden';

let bank: TestBank;
let routes: Route[];

beforeAll(async () => {
  bank = await app.make.bank();
  routes = routesOf(app.get(ModulesContainer));
});

/** What the table must say: derived from the declaration alone. */
function expected({ access }: Route, principal: Principal): Verdict {
  if (access === undefined) return 'forbidden';
  switch (access.kind) {
    case 'PUBLIC':
      return 'let in';
    case 'SNAP':
      // None of the principals here signs by SNAP BI; those who do are tried in security/snap-authentication.
      return 'unknown';
    case 'PARTNER':
      // Signed by a bank's key: known, and not for this. Without a key it is a session that is asked for.
      if (principal === 'BANK') return 'forbidden';
      if (access.permission === undefined || principal === 'PUBLIK') return 'unknown';
      return hasPermission(principal, access.permission) ? 'let in' : 'forbidden';
    case 'BANK':
      return principal === 'BANK' ? 'let in' : 'unknown';
    case 'SIGNED_IN':
      return principal === 'BANK' || principal === 'PUBLIK' ? 'unknown' : 'let in';
    case 'PERMISSION':
      if (principal === 'BANK' || principal === 'PUBLIK') return 'unknown';
      return hasPermission(principal, access.permission) ? 'let in' : 'forbidden';
  }
}

/** Well-formed and signed by nobody: what a SNAP route must not let in. */
const UNTRUE_SNAP_HEADERS = {
  'X-TIMESTAMP': '2026-01-01T00:00:00+07:00',
  'X-SIGNATURE': 'AAAA',
  'X-PARTNER-ID': 'nobody',
  'X-CLIENT-KEY': 'nobody',
  'X-EXTERNAL-ID': '1',
  'CHANNEL-ID': '95221',
};

/** A body no route accepts: what is let in stops at its validation, so that the table changes nothing. */
const BODY = { nobody_knows_this: true };

async function ask(
  route: Route,
  principal: Principal,
): Promise<{ status: number; code: string | undefined }> {
  const withBody = route.method !== 'GET' && route.method !== 'DELETE';
  if (principal === 'BANK') {
    const raw = withBody ? Buffer.from(JSON.stringify(BODY)) : undefined;
    const { status, body } =
      route.access?.kind === 'SNAP'
        ? await app.anyone.call(route.method, route.path, BODY, { headers: UNTRUE_SNAP_HEADERS })
        : await bank.client().send(route.method, route.path, raw);
    return { status, code: (body as { code?: string } | undefined)?.code };
  }
  const caller: HttpCaller = principal === 'PUBLIK' ? app.anyone : await app.as(STAFF_OF[principal]);
  const { status, body } = await caller.call<{ code?: string } | undefined>(
    route.method,
    route.path,
    withBody ? BODY : undefined,
    route.access?.kind === 'SNAP' ? { headers: UNTRUE_SNAP_HEADERS } : {},
  );
  if (status < 400 && /\/auth\/(logout|password)$/.test(route.path)) app.forgetTokens();
  return { status, code: body?.code };
}

function verdict({ status, code }: { status: number; code: string | undefined }, route: Route): Verdict {
  // A public route that asks for a password or a cookie refuses them, not the caller.
  if (route.access?.kind === 'PUBLIC')
    return code === 'auth.forbidden' || code === 'auth.unauthenticated' ? 'forbidden' : 'let in';
  if (status === 401) return 'unknown';
  return status === 403 && code === 'auth.forbidden' ? 'forbidden' : 'let in';
}

describe('who may call what', () => {
  it('every route declares exactly one access', () => {
    expect(routes.length).toBeGreaterThan(60);
    expect(routes.filter((route) => route.access === undefined).map((route) => route.name)).toEqual([]);
  });

  it.each(PRINCIPALS)('%s: every route lets in or refuses as declared', async (principal) => {
    const wrong: string[] = [];
    for (const route of routes) {
      const answer = await ask(route, principal);
      const [wanted, found] = [expected(route, principal), verdict(answer, route)];
      // That somebody else's machine is down is an answer, not a failure of ours.
      const failed = answer.status >= 500 && answer.code !== 'bank.unreachable';
      if (wanted !== found || failed)
        wrong.push(`${route.name}: ${wanted}, but ${found} (${String(answer.status)} ${answer.code ?? ''})`);
    }
    expect(wrong).toEqual([]);
  });
});
