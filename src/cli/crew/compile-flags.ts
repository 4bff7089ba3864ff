import { setFlagsFromString } from 'node:v8';

/**
 * Every KPI runs a few loops over all rows, once. Both processors are busy: a loop that waits for a third thread to compile it runs uncompiled for as long.
 * That took 15 % of the time for 100,000 rows. What is compiled without inlining and peeled loops is there sooner, and hardly slower: another 5 %.
 */
const USUAL_STEPS = ['concurrent-osr', 'turbo-inlining', 'turbo-loop-peeling'];

/**
 * Whether V8 compiles with or without these steps, in all threads. V8 takes no kept code (`bin/load.js`) that was compiled under other flags: without only
 * after all is loaded that answers need, and with again before more is. Measured with Node 20 only: others go their own ways.
 */
export function compileWithUsualSteps(usual: boolean, nodeVersion: string): void {
  if (!nodeVersion.startsWith('v20.')) return;
  for (const step of USUAL_STEPS) setFlagsFromString(usual ? `--${step}` : `--no-${step}`);
}
