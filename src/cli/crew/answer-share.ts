import { Analysis } from '../../analyze/analysis.ts';
import { kpis } from '../../kpis/index.ts';
import { learnAllRows } from '../../lib/row-parts.ts';
import { receiveDataset } from '../../model/shared-dataset.ts';
import { readRows } from '../../normalize/rows-elsewhere.ts';
import { collectGarbage } from './collect-garbage.ts';
import { learnTimes } from './known-times.ts';
import { turnsOf } from './turns.ts';
import { claim, type FromHelper, type ToHelper } from './messages.ts';

/** The thread's side of its line to the program. */
export interface Line {
  postMessage(message: FromHelper): void;
  /** Nothing more is to be said: the thread ends, and lets go of all that it holds. */
  close(): void;
  on(event: 'message', listener: (message: ToHelper) => Promise<void>): unknown;
}

/** Reads rows, and answers KPIs from the end of the list on, until it meets the program, which begins at the front. What fails ends the thread. */
export function answerShare(line: Line): void {
  let analysis: Analysis | null = null;
  line.on('message', async (message) => {
    switch (message.kind) {
      case 'rows':
        line.postMessage({ kind: 'rows', read: await readRows(message.request) });
        // Not before this function has ended, which holds what it has sent.
        setImmediate(collectGarbage, message.request.table.totalBytes);
        return;
      case 'records': {
        const [{ readRecords }, { presets }] = await Promise.all([
          import('../../normalize/json/records-elsewhere.ts'),
          import('../../presets/index.ts'),
        ]);
        line.postMessage({ kind: 'records', read: await readRecords(message.request, presets) });
        setImmediate(collectGarbage, message.request.lines.totalBytes);
        return;
      }
      case 'question': {
        const asked = message.kpis.map(({ id, options }) => ({ kpi: kpis.find((kpi) => kpi.id === id)!, options }));
        const dataset = receiveDataset(message.dataset);
        learnTimes(dataset, message.times);
        learnAllRows(message.rows);
        const evidence = { ...message.evidence, dataset };
        analysis = new Analysis(evidence, { ...message.question, kpis: asked });
        for (const place of turnsOf(message.kpis).toReversed()) if (claim(message.claims, place)) analysis.answer(place);
        const columns = analysis.needsShown ? null : analysis.columns([]);
        line.postMessage({ kind: 'answers', answers: analysis.answers, counted: analysis.counted(), columns });
        // The program may still be busy with its own share.
        if (columns !== null) line.close();
        return;
      }
      case 'groups':
        line.postMessage({ kind: 'groups', columns: analysis!.columns(message.shown) });
    }
  });
}
