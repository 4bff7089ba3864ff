import { Analysis } from '../../analyze/analysis.ts';
import { kpis } from '../../kpis/index.ts';
import { receiveDataset } from '../../model/shared-dataset.ts';
import { claim, type FromHelper, type ToHelper } from './messages.ts';

/** The thread's side of its line to the program. */
export interface Line {
  postMessage(message: FromHelper): void;
  on(event: 'message', listener: (message: ToHelper) => void): unknown;
}

/** Answers KPIs from the end of the list on, until it meets the program, which begins at the front. */
export function answerShare(line: Line): void {
  let analysis: Analysis | null = null;
  line.on('message', (message) => {
    if (message.kind === 'groups') {
      line.postMessage({ kind: 'columns', columns: analysis!.columns(message.shown) });
      return;
    }
    const asked = message.kpis.map(({ id, options }) => ({ kpi: kpis.find((kpi) => kpi.id === id)!, options }));
    const evidence = { ...message.evidence, dataset: receiveDataset(message.dataset) };
    analysis = new Analysis(evidence, { ...message.question, kpis: asked });
    for (let place = asked.length - 1; place >= 0; place--) if (claim(message.claims, place)) analysis.answer(place);
    line.postMessage({ kind: 'answers', answers: analysis.answers, counted: analysis.counted() });
  });
}
