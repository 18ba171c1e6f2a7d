/*
 * What takes longest begins first, so that no worker is left with a long file when the others have nothing more to do.
 * Jest would go by what it measured the last time, which a fresh machine has not: this goes by the same list everywhere.
 */
const { statSync } = require('node:fs');
const { basename } = require('node:path');

/** Files that take far longer than others of their length: programs are started, page after page is opened. */
const SECONDS = {
  'console-lists': 60,
  'console-reports': 60,
  'console-reconciliation': 60,
  'scripted-month': 50,
  'production-from-zero': 50,
  'public-lighthouse': 50,
  start: 50,
  'public-check': 30,
  'first-users': 25,
  'console-addresses': 25,
  'public-status': 20,
};
/** What a kilobyte of the others takes. */
const SECONDS_A_KILOBYTE = { browser: 2.5, integration: 0.6, domain: 0.05 };
/** They begin while the product the browsers look at is started. */
const MEANWHILE = 4;

const kindOf = ({ context }) => context.config.displayName?.name;
const secondsOf = (test) =>
  SECONDS[basename(test.path).replace('.test.ts', '')] ??
  (statSync(test.path).size / 1_000) * (SECONDS_A_KILOBYTE[kindOf(test)] ?? 1);

module.exports = class LongestFirst {
  sort(tests) {
    const seconds = new Map(tests.map((test) => [test, secondsOf(test)]));
    const longest = [...tests].sort((a, b) => seconds.get(b) - seconds.get(a) || (a.path < b.path ? -1 : 1));
    const meanwhile = longest.filter((test) => kindOf(test) === 'integration').slice(0, MEANWHILE);
    return [...meanwhile, ...longest.filter((test) => !meanwhile.includes(test))];
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
