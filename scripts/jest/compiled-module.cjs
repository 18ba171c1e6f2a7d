/*
 * In tests that start the product, its modules and those of packages are the compiled ones, loaded by Node itself and once
 * per worker. A test and the product it starts see the same classes. What is not compiled (the tests) is compiled here.
 */
const { createHash } = require('node:crypto');
const { existsSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { createTransformer } = require('@swc/jest');

const root = join(__dirname, '..', '..');
const COMPILED =
  /^(apps\/(api|local|bank-simulator)|libs\/(bank-protocol|contracts|documents|domain))\/src\//;

/** The global set-up is loaded by Node already, through a hook that asks us for each module. */
function askedByNode() {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 30;
  const { stack } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.includes(`${sep}pirates${sep}`);
}

const ofPackage = (file) => relative(root, file).startsWith(`node_modules${sep}`);
const ES_MODULE = /^\s*(import|export)\b/m;

/** @returns the file Node loads in place of this one, or null */
function loadedByNode(file) {
  if (ofPackage(file)) return file;
  const path = relative(root, file).split(sep).join('/');
  if (!COMPILED.test(path)) return null;
  const compiled = join(root, 'dist', 'server', path.replace(/\.ts$/, '.js'));
  return existsSync(compiled) ? compiled : null;
}

const shim = (file) =>
  `module.exports = globalThis[Symbol.for('tirtapay.by-node')](${JSON.stringify(file)});`;

/** @returns what Jest runs in place of this module, or null when it is to be compiled */
function ready(source, file) {
  const loaded = loadedByNode(file);
  if (!askedByNode()) return loaded === null ? null : shim(loaded);
  if (ofPackage(file)) return ES_MODULE.test(source) ? null : source;
  return loaded === null ? null : `module.exports = require(${JSON.stringify(loaded)});`;
}

module.exports = {
  createTransformer(options) {
    const swc = createTransformer(options);
    return {
      ...swc,
      process(source, file, jest) {
        const code = ready(source, file);
        return code === null ? swc.process(source, file, jest) : { code };
      },
      getCacheKey(source, file, jest) {
        const code = ready(source, file);
        return code === null
          ? swc.getCacheKey(source, file, jest)
          : createHash('sha256').update(code).digest('hex');
      },
    };
  },
};
