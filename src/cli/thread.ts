import { parentPort } from 'node:worker_threads';
import { answerShare } from './crew/answer-share.ts';
import { compileWithUsualSteps } from './crew/compile-flags.ts';

/** Where a thread of the program begins, once all that it needs is loaded. */
export function start(nodeVersion: string): void {
  compileWithUsualSteps(false, nodeVersion);
  answerShare(parentPort!);
}
