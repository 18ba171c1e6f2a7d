import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { REPORTS } from '../../src/modules/outward/reporting/reports/reports';

const WEB = resolve(__dirname, '../../../web/src');

/** Addresses of reports that a page leads to, with the names of what they ask for. */
function addressesOfPages(): { report: string; names: string[] }[] {
  return readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.spec)\.tsx?$/.test(file))
    .flatMap((file) => [
      ...readFileSync(join(WEB, file), 'utf8').matchAll(/[`'"]\/reports\/([a-z][a-z-]*)\?([^\n]*)/g),
    ])
    .map(([, report = '', rest = '']) => ({
      report,
      names: [...rest.matchAll(/(?:^|&)([a-z_]+)=/g)].map(([, name = '']) => name),
    }));
}

/** A report refuses what it is not asked with: an address that does so leads to an alert. */
it('a page that leads to a report asks for what the report knows', () => {
  const addresses = addressesOfPages();
  expect(addresses.length).toBeGreaterThan(1);
  const wrong = addresses.filter(({ report, names }) => {
    const found = REPORTS.find(({ key }) => key === report);
    return (
      names.length === 0 || !names.every((name) => found?.parameters.some((known) => known.name === name))
    );
  });
  expect(wrong).toEqual([]);
});
