// Loads the files of the built program (test/bundle.mjs) together with what V8 made of them when they were built, so that nothing
// has to be compiled again. They are ASCII, which takes no time to decode. V8 refuses code of another version of itself and then compiles as ever.
const { existsSync, readFileSync } = require('node:fs');
const nodeModule = require('node:module');
const path = require('node:path');
const { Script } = require('node:vm');

const PROGRAM = path.join(__dirname, '..', 'dist', 'program');
const COMPILED = path.join(PROGRAM, `compiled-${process.version}-${process.platform}-${process.arch}`);

/** Exports of every file that is loaded, by name. */
const loaded = new Map();

function isBuilt(name) {
  return existsSync(path.join(PROGRAM, name));
}

/** What a file of the program exports. `onScript` is told of every file that is compiled on the way. */
function load(name, onScript) {
  if (onScript === undefined && !existsSync(COMPILED)) {
    // Another Node than the one of the build. From 22 on, Node keeps compiled code by itself.
    nodeModule.enableCompileCache?.();
    return require(path.join(PROGRAM, name));
  }
  return run(name, onScript);
}

function run(name, onScript) {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(name, module);
  const filename = path.join(PROGRAM, name);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`, {
    filename,
    cachedData: compiled(name),
  });
  onScript?.(name, script);
  const requireFrom = (id) => (id.startsWith('./') ? run(id.slice(2), onScript) : require(id));
  script.runInThisContext()(module.exports, requireFrom, module, filename, PROGRAM);
  return module.exports;
}

/** Only for files that carry a hash of their content in their name: V8 itself compares no more than the length. */
function compiled(name) {
  try {
    return readFileSync(path.join(COMPILED, name));
  } catch {
    return undefined;
  }
}

module.exports = { COMPILED, isBuilt, load };
