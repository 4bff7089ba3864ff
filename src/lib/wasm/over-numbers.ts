import { add, below, during, type Code, type Variable } from './assembler.ts';

/** Steps of a loop over numbers of 32 bits. */
export function overNumbers(at: Variable, end: Code, ...body: readonly Code[]): Code {
  return during(below(at.get, end), ...body, at.set(add(at.get, 4)));
}
