import { assemble, type FunctionCode } from './assembler.ts';

/** Memory comes in pages of so many bytes. */
export const PAGE = 65_536;

/** The little of WebAssembly that is needed; Node's types leave it out. */
interface WebAssemblyApi {
  validate(code: Uint8Array): boolean;
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface Compiled {
  readonly module: object;
  readonly api: WebAssemblyApi;
}
const known = new Map<readonly FunctionCode[], Compiled | null>();

/** The functions, compiled when they are first needed; `null` where the processor or Node lacks vectors. */
function compiled(functions: readonly FunctionCode[]): Compiled | null {
  const api = Reflect.get(globalThis, 'WebAssembly') as WebAssemblyApi | undefined;
  const code = known.get(functions);
  if (code !== undefined && code?.api === api) return code;
  const source = assemble(functions);
  const made = api?.validate(source) === true ? { api, module: new api.Module(source) } : null;
  known.set(functions, made);
  return made;
}

/** Functions, and the memory that they work on. */
export interface OnMemory<Functions> {
  readonly memory: Memory;
  readonly functions: Functions;
}

/** The functions on a new memory of at least so many bytes. `null` where vectors are not to be had, or not the gigabytes of addresses that Node sets aside for each memory (`ulimit -v`). */
export function onNewMemory<Functions>(code: readonly FunctionCode[], bytes: number): OnMemory<Functions> | null {
  const made = compiled(code);
  if (made === null) return null;
  try {
    const memory = new made.api.Memory({ initial: Math.ceil(bytes / PAGE) });
    return { memory, functions: instance(made, memory) as Functions };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** More functions on a memory that has some. */
export function onMemory(code: readonly FunctionCode[], memory: Memory): unknown {
  return instance(compiled(code)!, memory);
}

function instance({ api, module }: Compiled, memory: Memory): unknown {
  return new api.Instance(module, { memory: { memory } }).exports;
}
