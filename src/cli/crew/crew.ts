import { once } from 'node:events';
import { Analysis } from '../../analyze/analysis.ts';
import { analyze } from '../../analyze/analyze.ts';
import type { Evidence, Question } from '../../analyze/question.ts';
import { shareDataset } from '../../model/shared-dataset.ts';
import type { Report } from '../../model/report.ts';
import type { HelperThread, Io } from '../io.ts';
import { claim, type FromHelper, type ToHelper } from './messages.ts';

/** Smaller inputs are done before a thread has started. */
const WORTH_A_HELPER = 4 * 1024 * 1024;

/** The program's own thread and, for large inputs, a helper that answers a share of the KPIs. */
export class Crew {
  readonly #helper: HelperThread | null;

  /** `bytes`: size of the inputs. The helper gets ready while they are read. */
  constructor({ startHelper }: Pick<Io, 'startHelper'>, bytes: number) {
    this.#helper = bytes < WORTH_A_HELPER ? null : (startHelper?.() ?? null);
    // Whoever waits for it is told; nobody else has to know.
    this.#helper?.on('error', () => {});
    this.#helper?.unref();
  }

  /** As `analyze`. Should the helper fail, all is done here, where what is wrong will show. */
  async analyze(evidence: Evidence, question: Question): Promise<Report> {
    const helper = this.#helper;
    if (helper === null) return analyze(evidence, question);
    helper.ref();
    try {
      return (await together(helper, evidence, question)) ?? analyze(evidence, question);
    } finally {
      void helper.terminate();
    }
  }
}

/** `null` when the helper failed. */
async function together(helper: HelperThread, evidence: Evidence, question: Question): Promise<Report | null> {
  const gone = once(helper, 'exit').then(
    () => null,
    () => null,
  );
  const ask = (message: ToHelper): Promise<FromHelper | null> => {
    const answer = once(helper, 'message').then(
      ([reply]) => reply as FromHelper,
      () => null,
    );
    helper.postMessage(message);
    return Promise.race([answer, gone]);
  };
  const claims = new Int32Array(new SharedArrayBuffer(question.kpis.length * 4));
  const { dataset, inputs, warnings, excluded, asOf, firstAt, lastAt } = evidence;
  const { kpis, ...others } = question;
  const theirs = ask({
    kind: 'question',
    evidence: { inputs, warnings, excluded, asOf, firstAt, lastAt },
    dataset: shareDataset(dataset),
    question: others,
    kpis: kpis.map(({ kpi, options }) => ({ id: kpi.id, options })),
    claims,
  });
  const analysis = new Analysis(evidence, question);
  kpis.forEach((_, place) => {
    if (claim(claims, place)) analysis.answer(place);
  });
  const own = analysis.counted();
  const answered = await theirs;
  if (answered?.kind !== 'answers') return null;
  const shown = analysis.shown([own, answered.counted]);
  const grouped = ask({ kind: 'groups', shown });
  const columns = analysis.columns(shown);
  const rest = await grouped;
  if (rest?.kind !== 'columns') return null;
  return analysis.report([...analysis.answers, ...answered.answers], [columns, rest.columns]);
}
