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

export interface Compiled {
  readonly module: object;
  readonly api: WebAssemblyApi;
}
const known = new Map<readonly FunctionCode[], Compiled | null>();

/** The functions, compiled when they are first needed; `null` where the processor or Node lacks vectors. */
export function compiled(functions: readonly FunctionCode[]): Compiled | null {
  const api = Reflect.get(globalThis, 'WebAssembly') as WebAssemblyApi | undefined;
  const code = known.get(functions);
  if (code !== undefined && code?.api === api) return code;
  const source = assemble(functions);
  const made = api?.validate(source) === true ? { api, module: new api.Module(source) } : null;
  known.set(functions, made);
  return made;
}
