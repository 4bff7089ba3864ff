// A thread of the program (src/cli/crew): the same files as its own, with what V8 made of them.
const { load } = require('./load.js');

load('thread.cjs').start(process.version);
