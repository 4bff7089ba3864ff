#!/usr/bin/env node
// CommonJS, as is everything that it loads: Node needs a tenth of its own start to get ready for the other kind.
const { availableParallelism } = require('node:os');
const path = require('node:path');
const { isBuilt, load } = require('./load.js');

if (isBuilt('main.cjs'))
  void load('main.cjs')
    .main((url) => import(url), availableParallelism() > 1 ? startHelper : undefined)
    .then(leave);
else {
  process.stderr.write('happiness: the program is not built yet: run `npm install` in its folder first\n');
  process.exitCode = 2;
}

function startHelper() {
  const { Worker } = require('node:worker_threads');
  return new Worker(path.join(__dirname, 'thread.js'), {
    argv: [],
    env: {},
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 3 },
  });
}

/** Without giving everything back first, which takes the longer the more there is. */
function leave(isOut) {
  if (isOut) process.exit();
}
