// Prints whom each module may know, as its manifest says: the table of docs/architecture.md.
const { manifests } = require('./manifests.cjs');

const AREAS = ['ground', 'water', 'bank-gateway', 'money', 'outward'];
const short = (name) => name.split('/')[1];

/** One line a module, lowest area first: `billing → meter-reading, ledger, approvals`. */
function arrows() {
  return AREAS.flatMap((area) =>
    manifests
      .filter(({ name }) => name.startsWith(`${area}/`))
      .map(({ name, mayKnow, readsEverything }) => {
        const known = [...mayKnow.map(short).sort(), ...(readsEverything ? ['every table, to read'] : [])];
        return `${area.padEnd(12)}  ${short(name)} → ${known.join(', ') || '∅'}`;
      }),
  );
}

module.exports = { arrows };
if (require.main === module) console.log(arrows().join('\n'));
