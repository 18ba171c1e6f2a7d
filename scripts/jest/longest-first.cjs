/*
 * What takes longest begins first, so that no worker is left with a long file when the others have nothing more to do.
 * Jest would go by what it measured the last time, which a fresh machine has not: this goes by the same list everywhere.
 * Files with a browser and files without take turns, so that seldom two browsers want the machine at once.
 */
const { statSync } = require('node:fs');
const { basename } = require('node:path');

/**
 * Files that take far longer than others of their length: programs are started, page after page is opened, all is asked. In
 * seconds of a machine that is slow and busy, as all that follows.
 */
const SECONDS = {
  'console-reports': 150,
  'console-lists': 110,
  'scripted-month': 140,
  'production-from-zero': 125,
  start: 120,
  readings: 110,
  'console-reconciliation': 100,
  'posting-batches': 100,
  'growing-lists': 75,
  'console-counter': 85,
  'console-ppob': 75,
  simulation: 90,
  commands: 40,
  'console-penalties': 70,
  reports: 70,
  'public-enumeration': 45,
  'first-users': 50,
  'killed-api': 32,
  access: 40,
  'bad-input': 24,
  'field-kinds': 35,
  'console-addresses': 30,
  'console-help': 30,
  'killed-bill-run': 30,
  'late-database': 30,
  'public-check': 30,
  'killed-sales': 28,
  'against-the-api': 27,
};
/** What a kilobyte of the others takes. */
const SECONDS_A_KILOBYTE = { browser: 4, integration: 1.1, domain: 0.3 };
/** Files without a browser begin, for the product the others look at is being started: this share of their time. */
const AHEAD = 0.08;

const kindOf = ({ context }) => context.config.displayName?.name;
const secondsOf = (test) =>
  SECONDS[basename(test.path).replace('.test.ts', '')] ??
  (statSync(test.path).size / 1_000) * (SECONDS_A_KILOBYTE[kindOf(test)] ?? 1);

/** Longest first, each with the share of the work that is done when it begins. */
function turns(tests, ahead) {
  const expected = tests.map((test) => ({ test, seconds: secondsOf(test) }));
  expected.sort((a, b) => b.seconds - a.seconds || (a.test.path < b.test.path ? -1 : 1));
  const all = expected.reduce((sum, { seconds }) => sum + seconds, 0);
  let before = ahead * all;
  return expected.map(({ test, seconds }) => {
    const at = before / all;
    before += seconds;
    return { test, at };
  });
}

module.exports = class LongestFirst {
  sort(tests) {
    const inBrowser = (test) => kindOf(test) === 'browser';
    return [
      ...turns(
        tests.filter((test) => !inBrowser(test)),
        0,
      ),
      ...turns(tests.filter(inBrowser), AHEAD),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ test }) => test);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
};
