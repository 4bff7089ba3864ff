/** `of` each row as a byte. A loop: `Uint8Array.from` with a function takes several times as long, and a function of the value makes an object of every number. */
export function bytesByRow(rows: number, of: (row: number) => number): Uint8Array {
  const bytes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) bytes[row] = of(row);
  return bytes;
}

/** Room to pick rows in before it is known how many there are: what is allocated for every pick is freed late. */
const NO_ROOM = new Int32Array(0);
let room = NO_ROOM;

/** The rows below `count` that pass, ascending. */
export function rowsWhere(count: number, passes: (row: number) => boolean): Int32Array {
  const rows = room.length < count ? new Int32Array(count) : room;
  // Taken while it is in use: `passes` may pick rows itself.
  room = NO_ROOM;
  let size = 0;
  for (let row = 0; row < count; row++) if (passes(row)) rows[size++] = row;
  room = rows;
  return rows.slice(0, size);
}
