/** `of` each row as a byte. A loop: `Uint8Array.from` with a function takes several times as long, and a function of the value makes an object of every number. */
export function bytesByRow(rows: number, of: (row: number) => number): Uint8Array {
  const bytes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) bytes[row] = of(row);
  return bytes;
}

/** The rows below `count` that pass, ascending. */
export function rowsWhere(count: number, passes: (row: number) => boolean): Int32Array {
  const rows = new Int32Array(count);
  let size = 0;
  for (let row = 0; row < count; row++) if (passes(row)) rows[size++] = row;
  return size === count ? rows : rows.slice(0, size);
}
