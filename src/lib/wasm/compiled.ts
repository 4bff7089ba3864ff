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
const known = new Map<() => Uint8Array, Compiled | null>();

/** Code compiled when it is first needed; `null` where the processor or Node lacks vectors. */
export function compiled(code: () => Uint8Array): Compiled | null {
  const api = Reflect.get(globalThis, 'WebAssembly') as WebAssemblyApi | undefined;
  const before = known.get(code);
  if (before !== undefined && before?.api === api) return before;
  const bytes = code();
  const made = api?.validate(bytes) === true ? { api, module: new api.Module(bytes) } : null;
  known.set(code, made);
  return made;
}
