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

/** Every test under a describe block, in the order they run. */
const testsUnder = ({ children }) =>
  children.flatMap((child) => (child.type === 'test' ? [child] : testsUnder(child)));
const isWithin = (block, outer) =>
  block === outer || (block.parent !== undefined && isWithin(block.parent, outer));

/**
 * What fails before the first test of a block fails once, in its own words. Jest itself lets each test of the block fail
 * with it, and what the clean-ups miss then (a browser that never started, pages nobody went to) hides it further.
 */
class FailedOnce {
  blocks = [];

  note({ hook, describeBlock }, state) {
    // Among tests that were picked by name or `only` the first need not be one that runs.
    if (describeBlock === undefined || state.testNamePattern != null || state.hasFocusedTests) return;
    const known = this.blocks.some((block) => isWithin(describeBlock, block));
    if (hook.type === 'afterAll' && known) state.unhandledErrors.pop();
    if (hook.type !== 'beforeAll') return;
    const runs = testsUnder(describeBlock).filter(({ mode }) => mode !== 'skip' && mode !== 'todo');
    for (const test of testsUnder(describeBlock)) if (known || test !== runs[0]) test.errors.pop();
    if (known) return;
    this.blocks.push(describeBlock);
    for (const test of runs.slice(1)) test.mode = 'skip';
  }
}

module.exports = class OneWorld {
  failedOnce = new FailedOnce();

  constructor({ projectConfig }) {
    this.kept = new Kept();
    globalThis[Symbol.for('tirtapay.by-node')] = require;
    this.global = globalThis;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimers = null;
    this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
  }

  handleTestEvent(event, state) {
    if (event.name === 'hook_failure') this.failedOnce.note(event, state);
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
