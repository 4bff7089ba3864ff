/**
 * The rows ordered by ticket and then time; rows of no ticket first, rows without time last within their ticket, equals as they were read.
 * `null` where they are in this order already.
 */
export function orderByTicket(links: Int32Array, at: Float64Array | undefined, tickets: number): Uint32Array | null {
  const rows = links.length;
  if (areInOrder(links, at)) return null;
  const starts = new Uint32Array(tickets + 2);
  for (let row = 0; row < rows; row++) starts[links[row]! + 2]!++;
  for (let ticket = 1; ticket < starts.length; ticket++) starts[ticket] = starts[ticket]! + starts[ticket - 1]!;
  const next = starts.slice();
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[next[links[row]! + 1]!++] = row;
  if (at === undefined) return order;
  const later = (a: number, b: number): number => {
    const difference = at[a]! - at[b]!;
    if (difference === difference) return difference !== 0 ? difference : a - b;
    const missing = Number(Number.isNaN(at[a])) - Number(Number.isNaN(at[b]));
    return missing !== 0 ? missing : a - b;
  };
  for (let ticket = 0; ticket <= tickets; ticket++) {
    const start = starts[ticket]!;
    const end = starts[ticket + 1]!;
    if (end - start > 1 && !isOrdered(order, start, end, later)) order.subarray(start, end).sort(later);
  }
  return order;
}

function isOrdered(order: Uint32Array, start: number, end: number, later: (a: number, b: number) => number): boolean {
  for (let place = start + 1; place < end; place++) if (later(order[place - 1]!, order[place]!) > 0) return false;
  return true;
}

function areInOrder(links: Int32Array, at: Float64Array | undefined): boolean {
  for (let row = 1; row < links.length; row++) {
    const ticket = links[row]!;
    const before = links[row - 1]!;
    if (ticket < before) return false;
    if (at === undefined || ticket > before) continue;
    const time = at[row]!;
    // A row without time may follow any other, and be followed by none with a time.
    if (!(time >= at[row - 1]!) && time === time) return false;
  }
  return true;
}
