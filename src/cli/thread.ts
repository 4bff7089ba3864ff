import { parentPort } from 'node:worker_threads';
import { answerShare } from './crew/answer-share.ts';

/** Where a thread of the program begins. */
if (parentPort !== null) answerShare(parentPort);
