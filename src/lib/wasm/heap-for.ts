/** Of fewer rows nothing is gained by functions that need not get warm. */
export const WORTH_A_HEAP = 16_384;
/** Once it is there, it is of use to fewer. */
const WORTH_THE_HEAP = 1024;

/** One heap for all tables that have enough rows for it, made for the first of them; `null` for smaller ones, and where there is none to be had. */
export function heapFor<Heap>(make: () => Heap | null): (rows: number) => Heap | null {
  let heap: Heap | null | undefined;
  return (rows) => {
    if (rows < (heap ? WORTH_THE_HEAP : WORTH_A_HEAP)) return null;
    if (heap === undefined) heap = make();
    return heap;
  };
}
