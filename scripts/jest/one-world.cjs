/*
 * The environment of tests that start the product: the worker's own world, not one made anew for each file. The product
 * is some 3,000 modules; loaded once per worker (compiled-module.cjs) and not once per file, two seconds of processor
 * time a file are saved. What calculates only (`libs`) keeps a world of its own per file.
 */
const vm = require('node:vm');
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const WORLD = Symbol.for('tirtapay.test-world');

/** Jest compiles a module for the context it is given; this one stands for the context we are in. */
function context() {
  const found = vm[WORLD];
  if (found !== undefined) return found;
  const marker = Object.freeze({});
  const { compileFunction } = vm;
  vm.compileFunction = (source, parameters, options) =>
    options?.parsingContext === marker
      ? compileFunction(source, parameters, { ...options, parsingContext: undefined })
      : compileFunction(source, parameters, options);
  Object.defineProperty(vm, WORLD, { value: marker });
  return marker;
}

/** What Jest hangs onto the globals for a file, and a test may change for itself: as before when the file has ended. */
class Kept {
  console = globalThis.console;
  exit = process.exit;
  environment = { ...process.env };
  listeners = new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]));

  restore() {
    globalThis.console = this.console;
    process.exit = this.exit;
    for (const name of Object.keys(process.env)) if (!(name in this.environment)) delete process.env[name];
    Object.assign(process.env, this.environment);
    for (const name of process.eventNames())
      for (const listener of process.rawListeners(name))
        if (!(this.listeners.get(name) ?? []).includes(listener)) process.removeListener(name, listener);
  }
}

module.exports = class OneWorld {
  constructor({ projectConfig }) {
    this.kept = new Kept();
    globalThis[Symbol.for('tirtapay.by-node')] = require;
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return context();
  }

  async setup() {
    // Jest has set 100 for its own world: the product makes errors by the thousand.
    Error.stackTraceLimit = 15;
  }

  async teardown() {
    this.fakeTimersModern.dispose();
    this.moduleMocker.restoreAllMocks();
    this.kept.restore();
  }
};
