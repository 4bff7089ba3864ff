/** The value, made when it is first asked for: what takes a while to make must not delay those who never need it. */
export function once<T extends object | string | number>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
