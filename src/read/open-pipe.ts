import { constants, createReadStream, open } from 'node:fs';
import { Socket } from 'node:net';
import { platform } from 'node:os';
import { promisify } from 'node:util';

/**
 * A named pipe, read once somebody writes to it. Where it can be done, it is not opened by a call that waits for that: a program that hangs in
 * one cannot be interrupted. Other systems than Linux would take a pipe that nobody has written to yet for one that has ended.
 */
export async function openPipe(location: string): Promise<AsyncIterable<Buffer>> {
  if (platform() !== 'linux') return createReadStream(location) as AsyncIterable<Buffer>;
  const fd = await promisify(open)(location, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}
