import { Analysis } from '../../analyze/analysis.ts';
import { analyze } from '../../analyze/analyze.ts';
import type { Evidence, Question } from '../../analyze/question.ts';
import { allRows } from '../../lib/row-parts.ts';
import { shareDataset } from '../../model/shared-dataset.ts';
import type { Report } from '../../model/report.ts';
import type { ReadRecordsElsewhere } from '../../normalize/json/records-elsewhere.ts';
import type { ReadElsewhere } from '../../normalize/rows-elsewhere.ts';
import type { HelperThread, Io } from '../io.ts';
import { collectGarbage } from './collect-garbage.ts';
import { compileWithUsualSteps } from './compile-flags.ts';
import { knownTimes } from './known-times.ts';
import { turnsOf } from './turns.ts';
import { claim, type FromHelper, type ToHelper } from './messages.ts';
import { WORTH_A_HELPER } from './worth-a-helper.ts';

/** Smaller tables are read before the other thread has got into its stride. */
const WORTH_SHARING_ROWS = 64 * 1024 * 1024;
/** The same of files of JSON lines: V8 compiles more for them, and for each thread. */
const WORTH_SHARING_RECORDS = 96 * 1024 * 1024;
/** Each thread holds what it derives from the rows. Of ten million, two threads need a second less and 300 MB more: there one does. */
const MOST_ROWS_TOGETHER = 4_000_000;

/** The program's own thread and, for large inputs, a helper that reads and answers a share. */
export class Crew {
  readonly #helper: HelperThread | null;
  #isGone = false;
  readonly #nodeVersion: string;
  readonly #bytes: number;
  /** Who waits for the next replies, which come in the order of the messages; `null` when the helper failed. */
  readonly #asked: ((reply: FromHelper | null) => void)[] = [];

  /** `bytes`: size of the inputs. The helper gets ready while the first of them is opened. */
  constructor({ startHelper, nodeVersion }: Pick<Io, 'startHelper' | 'nodeVersion'>, bytes: number) {
    this.#nodeVersion = nodeVersion;
    this.#bytes = bytes;
    this.#helper = bytes < WORTH_A_HELPER ? null : (startHelper?.() ?? null);
    for (const event of ['error', 'exit']) this.#helper?.once(event, () => this.#lose());
    this.#helper?.on('message', (reply: FromHelper) => {
      const resolve = this.#asked.shift();
      // Whatever goes on from here at once would run inside of Node's delivery, which holds the message to its end, with all the rows in it.
      setImmediate(() => resolve?.(reply));
    });
    this.#helper?.unref();
  }

  /** See `NormalizeOptions`. */
  get readElsewhere(): ReadElsewhere | undefined {
    if (this.#helper === null) return undefined;
    return (request) => {
      if (request.table.totalBytes < WORTH_SHARING_ROWS) return null;
      return this.#ask({ kind: 'rows', request }).then((reply) => (reply?.kind === 'rows' ? reply.read : null));
    };
  }

  /** See `NormalizeOptions`. */
  get readRecordsElsewhere(): ReadRecordsElsewhere | undefined {
    if (this.#helper === null) return undefined;
    return (request) => {
      if (request.lines.totalBytes < WORTH_SHARING_RECORDS) return null;
      return this.#ask({ kind: 'records', request }).then((reply) => (reply?.kind === 'records' ? reply.read : null));
    };
  }

  /** As `analyze`. Should the helper fail, all is done here, where what is wrong will show. */
  async analyze(evidence: Evidence, question: Question): Promise<Report> {
    if (this.#helper === null) return analyze(evidence, question);
    const rows = Math.max(...Object.values(evidence.dataset.tables).map((table) => table.rows));
    if (rows <= MOST_ROWS_TOGETHER) return (await this.#together(evidence, question, rows)) ?? analyze(evidence, question);
    this.end();
    collectGarbage(this.#bytes);
    return analyze(evidence, question);
  }

  /** Nothing more is to be done. */
  end(): void {
    if (this.#helper === null) return;
    void this.#helper.terminate();
    compileWithUsualSteps(true, this.#nodeVersion);
  }

  #lose(): void {
    this.#isGone = true;
    for (const resolve of this.#asked.splice(0)) resolve(null);
  }

  /** `null` when the helper failed. Not by `Promise.race`: a promise that lasts as long as the helper would keep every reply, with all the rows that it had read. */
  async #ask(message: ToHelper): Promise<FromHelper | null> {
    if (this.#isGone) return null;
    const helper = this.#helper!;
    const reply = new Promise<FromHelper | null>((resolve) => {
      this.#asked.push(resolve);
    });
    helper.postMessage(message);
    helper.ref();
    const answer = await reply;
    if (this.#asked.length === 0) helper.unref();
    return answer;
  }

  /** `null` when the helper failed. */
  async #together(evidence: Evidence, question: Question, rows: number): Promise<Report | null> {
    collectGarbage(this.#bytes);
    const claims = new Int32Array(new SharedArrayBuffer(question.kpis.length * 4));
    const { dataset, inputs, warnings, excluded, asOf, firstAt, lastAt } = evidence;
    const { kpis, ...others } = question;
    const theirs = this.#ask({
      kind: 'question',
      evidence: { inputs, warnings, excluded, asOf, firstAt, lastAt },
      dataset: shareDataset(dataset),
      times: knownTimes(dataset),
      rows: allRows(rows),
      question: others,
      kpis: kpis.map(({ kpi, options }) => ({ id: kpi.id, options })),
      claims,
    });
    const analysis = new Analysis(evidence, question);
    for (const place of turnsOf(kpis.map(({ kpi }) => kpi))) if (claim(claims, place)) analysis.answer(place);
    const own = analysis.counted();
    const answered = await theirs;
    if (answered?.kind !== 'answers') return null;
    const shown = analysis.shown([own, answered.counted]);
    const grouped = answered.columns === null ? this.#ask({ kind: 'groups', shown }) : answered;
    const columns = analysis.columns(shown);
    const rest = await grouped;
    if (rest === null || !('columns' in rest) || rest.columns === null) return null;
    return analysis.report([...analysis.answers, ...answered.answers], [columns, rest.columns]);
  }
}
