import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const root = resolve(__dirname, '../../../..');

/** Files of the server (or of another folder), apart from specs, whose text matches. */
function filesWith(pattern: RegExp, folder = 'apps/api/src'): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.spec\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => pattern.test(readFileSync(file, 'utf8')))
    .map((file) => relative(join(root, folder), file))
    .sort();
}

/** The libraries of the stack have one job each, and nothing beside them does it (docs/adr/0026). */
describe('nest build', () => {
  it('compiles every folder of server code: one that is forgotten would be missing in the image', () => {
    const { projects } = JSON.parse(readFileSync(join(root, 'nest-cli.json'), 'utf8')) as {
      projects: Readonly<Record<string, { root: string; sourceRoot: string }>>;
    };
    const inFolder = (folder: string, others: readonly string[]) =>
      readdirSync(join(root, folder))
        .filter((name) => !others.includes(name))
        .map((name) => `${folder}/${name}`);
    expect(Object.values(projects).map((project) => project.root)).toEqual(
      expect.arrayContaining([...inFolder('libs', ['api-client']), ...inFolder('apps', ['web']), 'bench']),
    );
  });
});

describe('@nestjs/jwt', () => {
  it('issues and verifies all tokens, in two places that each have a key and a type of their own', () => {
    expect(filesWith(/\bJwtService\b/)).toEqual([
      'modules/bank-gateway/security/snap/snap-tokens.ts',
      'modules/ground/identity/access-token-keys.ts',
      'modules/ground/identity/access-tokens.ts',
    ]);
    expect(filesWith(/from 'jose'|jsonwebtoken|SignJWT|jwtVerify/)).toEqual([]);
  });
});

describe('@nestjs/passport', () => {
  it('has one strategy for each credential, asked by the one guard that stands before every route', () => {
    expect(filesWith(/extends strategyOf\('/)).toEqual([
      'modules/bank-gateway/security/native-strategy.ts',
      'modules/bank-gateway/security/partner-strategy.ts',
      'modules/bank-gateway/security/snap/snap-strategy.ts',
      'modules/ground/identity/staff-strategy.ts',
    ]);
    expect(filesWith(/\bAuthGuard\b/)).toEqual([]);
    expect(filesWith(/implements CanActivate/)).toEqual(['platform/access/access.guard.ts']);
  });
});

describe('@nestjs/throttler', () => {
  it('stands before every route, and nothing else in memory counts calls but the two doors read before a guard', () => {
    expect(filesWith(/extends (ThrottlerGuard|CoarseLimit)\b/)).toEqual([
      'platform/throttle/coarse-limits.ts',
    ]);
    expect(
      filesWith(/useClass: AddressLimit[\s\S]*useClass: AccessGuard[\s\S]*useClass: PersonLimit/),
    ).toEqual(['app.module.ts']);
    expect(filesWith(/SkipThrottle/)).toEqual([]);
    expect(filesWith(/RateLimiterMemory/)).toEqual([
      'modules/bank-gateway/security/address-gate.ts',
      'platform/http/anonymous-bodies.ts',
    ]);
  });
});

describe('@nestjs/schedule', () => {
  it('says when, in the one calendar; what must be looked at all the time has its timer in one place', () => {
    expect(filesWith(/@(Cron|Interval|Timeout)\(|\bSchedulerRegistry\b/)).toEqual([
      'platform/jobs/calendar.ts',
    ]);
    expect(filesWith(/\bsetInterval\(/)).toEqual(['platform/jobs/jobs.ts']);
    expect(filesWith(/parsedCronItems: \[[^\]]|crontab/)).toEqual([]);
  });
});

describe('@nestjs/typeorm', () => {
  it('gives repositories for master data and screens; rows are named by their entities', () => {
    expect(filesWith(/@InjectRepository\(/).length).toBeGreaterThanOrEqual(6);
    expect(filesWith(/\bRowOf</).length).toBeGreaterThanOrEqual(8);
    expect(filesWith(/new DataSource\(/)).toEqual(['platform/database/migrate.ts']);
    // Relations point down: an entity never lists those that refer to it.
    expect(filesWith(/@OneToMany\(|@ManyToMany\(|forwardRef\(/)).toEqual([]);
  });
});

describe('recharts', () => {
  it('draws the charts of the office in one component, which is only ever loaded when it is looked at', () => {
    expect(filesWith(/from 'recharts'/, 'apps/web/src')).toEqual(['components/charts/column-chart.tsx']);
    expect(filesWith(/import\('\.\/column-chart'\)/, 'apps/web/src')).toEqual([
      'components/charts/lazy-column-chart.tsx',
    ]);
    expect(filesWith(/components\/charts\//, 'apps/web/src/public')).toEqual([]);
  });
});
