import { UserError } from '../model/user-error.ts';
import type { ReadOutcome, RestElsewhere } from '../read/reading.ts';
import { CellNeeded } from './needless-cells.ts';

/** The rows of a file's end, as another thread has read them. */
export interface PartRead<Part> {
  readonly part: Part;
  readonly outcome: ReadOutcome;
}

/** Has rows read elsewhere; `null` where nobody would, or whoever did has failed. */
export type Elsewhere<Request, Part> = (request: Request) => Promise<PartRead<Part> | null> | null;

/** For the reader of the rows before: what comes from elsewhere and how it is taken. `undefined` where nobody reads it. */
export function restOf<Part>(
  from: number,
  reading: Promise<PartRead<Part> | null> | null,
  append: (part: Part, linesBefore: number) => void,
): RestElsewhere | undefined {
  if (reading === null) return undefined;
  return {
    from,
    async read() {
      const read = await reading;
      return read && { outcome: read.outcome, take: (linesBefore) => append(read.part, linesBefore) };
    },
  };
}

/** What was read; `null` for what the program must read itself, where what is wrong will show. */
export async function readOrLeft<Part>(read: () => Promise<PartRead<Part>>): Promise<PartRead<Part> | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError || error instanceof CellNeeded) return null;
    throw error;
  }
}
