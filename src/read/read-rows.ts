import { UserError } from '../model/user-error.ts';
import { RunReader } from './bytes/read-runs.ts';
import { CsvRecords, type Fault } from './csv-records.ts';
import { joinOutcomes } from './join-outcomes.ts';
import type { ReadOutcome, RestElsewhere, TableLayout, TableSink } from './reading.ts';
import { ShortRows } from './short-rows.ts';
import { TableRows } from './table-rows.ts';
import type { TextSource } from './text-source.ts';
import type { Dialect } from './scan-record.ts';

/** Beyond these, and when more than one row in ten is broken, the file is no CSV, or of another delimiter. */
const MAX_FAULTS = 1000;

/** Gives the rows of a table to the sink. Bytes where they are UTF-8 and the dialect is the usual one, else text; the same either way. */
export class RowsReader {
  readonly #layout: TableLayout;
  readonly #sink: TableSink;
  readonly #rows: TableRows;
  readonly #records: CsvRecords;
  #faults = 0;
  #firstFault: { readonly reason: Fault; readonly line: number } | null = null;

  constructor(layout: TableLayout, sink: TableSink) {
    const { dialect, found, head } = layout;
    this.#layout = layout;
    this.#sink = sink;
    const shortRows = new ShortRows(found.header.findLastIndex((name) => name !== '') + 1, head);
    this.#rows = new TableRows({ ...found, sink, shortRows });
    this.#records = new CsvRecords({
      dialect,
      width: found.header.length,
      handler: {
        record: (cells, line) => this.#rows.record(cells, line),
        fault: (reason, line) => this.#fault(reason, line),
      },
    });
  }

  /** All of a file, but for the rows that somebody else has read. */
  async read(source: Pick<TextSource, 'utf8' | 'chunks' | 'undecodable'>, rest: RestElsewhere | undefined): Promise<ReadOutcome> {
    const rows = this.#rows;
    const records = this.#records;
    const utf8 = this.#takesRuns ? source.utf8 : null;
    const progress = (): number => rows.good;
    if (utf8 !== null) {
      const runs = this.#runs(1);
      for await (const chunk of utf8(progress, rest && { from: 0, to: rest.from })) runs.push(chunk);
      const others = rest && (await this.#join(runs, rest));
      if (others) return others;
      if (rest) for await (const chunk of utf8(progress, rest)) runs.push(chunk);
      return this.#end(runs);
    }
    for await (const chunk of source.chunks(progress)) records.push(chunk);
    records.end();
    return this.#outcome(source.undecodable());
  }

  /** Rows from the middle of a file on. */
  async readRest(chunks: AsyncIterable<Buffer>): Promise<ReadOutcome> {
    const runs = this.#runs(firstLineOfRest(this.#layout));
    for await (const chunk of chunks) runs.push(chunk);
    return this.#end(runs);
  }

  get #takesRuns(): boolean {
    return this.#sink.takeRun !== undefined && this.#rows.least > 1 && isUsual(this.#layout.dialect);
  }

  #runs(firstLine: number): RunReader {
    const { dialect, found } = this.#layout;
    const rows = this.#rows;
    return new RunReader({
      delimiter: dialect.delimiter.charCodeAt(0),
      wanted: found.header.map((_, column) => (this.#sink.cells[column] ?? null) !== null),
      least: rows.least,
      isOrdinary: (cell) => rows.isOrdinary(cell),
      records: this.#records,
      strictUntil: lastLineOfHeader(this.#layout),
      firstLine,
      takeRun: (run) => rows.run(run),
    });
  }

  #end(runs: RunReader): ReadOutcome {
    runs.end();
    return this.#outcome(runs.undecodable);
  }

  /** With the rows that somebody else has read, if one of them begins right here, and their faults are not too many for all. */
  async #join(runs: RunReader, rest: RestElsewhere): Promise<ReadOutcome | null> {
    const line = runs.nextLine;
    if (line === null || !this.#rows.isSettled || this.#rows.good === 0) return null;
    const others = await rest.read();
    if (others === null) return null;
    const left = others.outcome.skipped.reduce((sum, { count }) => sum + count, 0);
    if (this.#faults + left > MAX_FAULTS) return null;
    const linesBefore = line - firstLineOfRest(this.#layout);
    others.take(linesBefore);
    return joinOutcomes(this.#outcome(runs.undecodable), others.outcome, linesBefore);
  }

  #outcome(undecodable: number): ReadOutcome {
    if (this.#faults > 0 && this.#rows.good === 0) this.#giveUp('no row can be read, the quotes are broken');
    return { ...this.#rows.outcome(), undecodable };
  }

  #fault(reason: Fault, line: number): void {
    this.#faults += 1;
    this.#firstFault ??= { reason, line };
    if (this.#faults > MAX_FAULTS && this.#faults > this.#rows.good / 10) this.#giveUp(`more than ${MAX_FAULTS} rows have broken quotes`);
    this.#rows.fault(reason, line);
  }

  #giveUp(what: string): never {
    throw new UserError('bad-csv', `${what}; the first: ${this.#firstFault?.reason}`, {
      file: this.#layout.path,
      line: this.#firstFault?.line,
      hint: 'Export the file again; if another delimiter than the detected one divides the cells, name it with --delimiter.',
    });
  }
}

function lastLineOfHeader({ found: { line, subHeaderLines } }: TableLayout): number {
  return Math.max(line, ...subHeaderLines);
}

/** Whoever reads from the middle on does not know the line, and counts from the header's. */
function firstLineOfRest(layout: TableLayout): number {
  return lastLineOfHeader(layout) + 1;
}

/** What the scanner of bytes knows. */
export function isUsual({ delimiter, lineEnd, padded }: Dialect): boolean {
  return lineEnd === 'lf' && !padded && delimiter.charCodeAt(0) < 128;
}
