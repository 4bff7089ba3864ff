// A thread of the program (src/cli/crew): the same files as its own, with what V8 made of them.
const { setFlagsFromString } = require('node:v8');
const { load } = require('./load.js');

load('thread.cjs');

// Every KPI runs a few loops over all rows, once. Both processors are busy: a loop that waits for a third thread to compile it runs uncompiled for as long.
// That took 15 % of the time for 100,000 rows. What is compiled without inlining and peeled loops is there sooner, and hardly slower: another 5 %.
// Measured with Node 20 only: others go their own ways. It holds for all threads, and not before this one is loaded, since V8 takes no code that was compiled
// under other flags. `Crew` takes them back.
const FLAGS = ['--no-concurrent-osr', '--no-turbo-inlining', '--no-turbo-loop-peeling'];
if (process.version.startsWith('v20.')) for (const flag of FLAGS) setFlagsFromString(flag);
