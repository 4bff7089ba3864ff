/** What the scanner must know of a table. */
export interface RunScannerOptions {
  /** Code of the delimiter, below 128. */
  readonly delimiter: number;
  /** By column: whether its cells are wanted. */
  readonly wanted: readonly boolean[];
  /** Cells that a record must have; there may be as many as there are columns. */
  readonly least: number;
  /** Whether a record that begins with this cell is a row like any other. Asked only for cells that do not begin with a digit. */
  readonly isOrdinary: (firstCell: string) => boolean;
  /** Bytes that are searched together. */
  readonly capacity?: number;
  /** Without WebAssembly, as on machines that lack the memory for it. */
  readonly plain?: boolean;
}
