import { parentPort } from 'node:worker_threads';
import { help } from './crew/helper.ts';

/** Where a thread of the program begins. */
if (parentPort !== null) help(parentPort);
