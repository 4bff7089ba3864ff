import { forTerminal } from '../../lib/text/sanitize.ts';
import { shareBar } from '../../lib/text/sparkline.ts';
import { displayWidth } from '../../lib/text/width.ts';
import type { ObjectiveResult } from '../../model/objective-report.ts';
import type { Report } from '../../model/report.ts';
import { flow, paragraph, type Paint, type Screen } from '../screen.ts';
import { actionText, horizonText, OBJECTIVES_NOTE, outcomeText, progressText, STATE_WORDS } from './objective-text.ts';

const BAR = 20;

/** Each objective with its state, what was to be done for it, and how far its outcome has come. */
export function objectiveLines(report: Report, screen: Screen): string[] {
  const objectives = report.objectives ?? [];
  if (objectives.length === 0) return [];
  const both = objectives.some(({ action }) => action !== null);
  return [
    '',
    screen.style.heading('OBJECTIVES'),
    screen.glyphs.rule.repeat(screen.width),
    ...objectives.flatMap((objective) => linesOf(objective, screen)),
    ...(both ? ['', ...paragraph(screen, { text: OBJECTIVES_NOTE, indent: '', paint: screen.style.faint })] : []),
  ];
}

function linesOf(objective: ObjectiveResult, screen: Screen): string[] {
  const { name, owner, state, progress } = objective;
  const word = STATE_WORDS[state];
  const room = screen.width - displayWidth(word) - 2;
  const title = screen.fit(owner === null ? name : `${name} (${owner})`, room);
  const [action, way, horizons] = [actionText(objective), progressText(objective), horizonText(objective)];
  const bar = progress === null || progress === 0 || way === null ? '' : `${shareBar(progress, BAR, screen.unicode).trimEnd()} `;
  return [
    `${screen.style.strong(title)}${' '.repeat(room - displayWidth(title) + 2)}${paintOf(objective, screen)(word)}`,
    ...(action === null ? [] : paragraph(screen, { text: action, indent: '  ' })),
    ...paragraph(screen, { text: outcomeText(objective), indent: '  ' }),
    ...(way === null ? [] : [`  ${screen.style.trend(bar)}${forTerminal(way)}`]),
    ...(horizons === null ? [] : flow(screen, [horizons], '  ').map((line) => screen.style.faint(line))),
  ];
}

function paintOf({ state }: ObjectiveResult, { style }: Screen): Paint {
  if (state === 'met' || state === 'on-track') return style.better;
  return state === 'not-started' || state === 'no-data' ? style.faint : style.worse;
}
