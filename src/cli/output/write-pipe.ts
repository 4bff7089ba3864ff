import { constants, open } from 'node:fs';
import { Socket } from 'node:net';
import { promisify } from 'node:util';
import { systemCode } from '../terminal/write-out.ts';

const RETRY_MS = 50;

/**
 * Into a named pipe, once somebody reads it. Never by a call that waits: a program that hangs in one cannot be interrupted.
 * @throws the system's error.
 */
export async function writePipe(location: string, text: string): Promise<void> {
  const socket = new Socket({ fd: await openForReader(location), readable: false, writable: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', () => resolve());
    socket.end(text);
  });
}

async function openForReader(location: string): Promise<number> {
  for (;;) {
    try {
      return await promisify(open)(location, constants.O_WRONLY | constants.O_NONBLOCK);
    } catch (error) {
      // Nobody has it open for reading yet.
      if (systemCode(error) !== 'ENXIO') throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}
