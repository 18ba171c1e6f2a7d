// `npm start`: builds what is stale, then runs everything until Ctrl-C.
process.argv.splice(2, 0, 'start');
await import('./run.mjs');
