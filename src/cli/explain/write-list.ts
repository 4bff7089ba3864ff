import { stageWord } from '../../formats/explain/names.ts';
import { jsonText } from '../../formats/json.ts';
import { forCsv, forTerminal } from '../../lib/text/sanitize.ts';
import type { ListedId, StageList } from '../../model/explanation.ts';

/** Ids, one a line; where systems differ, with theirs. The machine formats say what they are. */
export function renderList(list: StageList, format: 'table' | 'json' | 'markdown' | 'csv', compact: boolean): string {
  const withSystem = list.ids.some(({ system }) => system !== null);
  if (format === 'json')
    return `${jsonText({ kpi: list.kpi, step: stageWord(list.stage), of: list.of, unnamed: list.unnamed, ids: list.ids.map(({ id, system }) => (withSystem ? { id, system } : { id })) }, compact)}\n`;
  if (format === 'csv')
    return lines([
      withSystem ? 'system,id' : 'id',
      ...list.ids.map((id) => [...(withSystem ? [id.system ?? ''] : []), id.id].map(csvCell).join(',')),
    ]);
  if (format === 'markdown') return lines(list.ids.map((id) => `- \`${forTerminal(named(id)).replace(/`/g, "'")}\``));
  return lines(list.ids.map((id) => forTerminal(named(id))));
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}

function named({ id, system }: ListedId): string {
  return system === null ? id : `${system}:${id}`;
}

function csvCell(text: string): string {
  const safe = forCsv(text);
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
