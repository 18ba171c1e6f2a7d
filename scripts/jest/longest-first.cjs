/*
 * What takes longest begins first, so that no worker is left with a long file when the others have nothing more to do.
 * Jest would go by what it measured the last time, which a fresh machine has not: this goes by the same list everywhere.
 */
const { basename } = require('node:path');
const { statSync } = require('node:fs');

/** Files that take far longer than others of their length: programs are started, clocks are waited for. */
const SECONDS = {};

/** What a kilobyte of the others takes. */
const SECONDS_A_KILOBYTE = { browser: 3, integration: 0.6, domain: 0.1 };

function seconds({ path, context }) {
  const own = SECONDS[basename(path).replace('.test.ts', '')];
  return own ?? (statSync(path).size / 1_000) * (SECONDS_A_KILOBYTE[context.config.displayName?.name] ?? 1);
}

module.exports = class LongestFirst {
  sort(tests) {
    const expected = new Map(tests.map((test) => [test, seconds(test)]));
    return [...tests].sort((a, b) => expected.get(b) - expected.get(a) || (a.path < b.path ? -1 : 1));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
