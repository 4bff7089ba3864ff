/** A config as written, right or wrong: for checks that must not stumble over what another check will tell. */
export type Loose = Readonly<Record<string, unknown>>;

export function mapping(value: unknown): Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
