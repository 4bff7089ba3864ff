import { formatNumber } from '../../lib/text/format-number.ts';
import { forTerminal } from '../../lib/text/sanitize.ts';
import { displayWidth, pad, wrap } from '../../lib/text/width.ts';
import type { InspectedColumn, InspectedFile, InspectedTable, Inspection } from '../../model/inspection.ts';
import { SECTIONS } from '../../model/report.ts';
import type { RenderOptions } from '../format.ts';
import { notComputed } from '../not-computed.ts';
import { safeLines } from '../safe-lines.ts';
import { flow, paragraph, screenFor, type Screen } from '../screen.ts';
import { warningText } from '../table-notes.ts';
import { plural } from '../words.ts';

/** File by file what was recognised, then what it is good for. */
export function renderInspectionScreen(inspection: Inspection, options: RenderOptions): string {
  const screen = screenFor(options);
  const lines = [
    ...inspection.files.flatMap((file) => [...fileLines(file, screen), '']),
    ...kpiLines(inspection, screen),
    ...configLines(inspection, screen),
  ];
  return safeLines(lines, screen);
}

function fileLines(file: InspectedFile, screen: Screen): string[] {
  const { style } = screen;
  const facts = [
    file.preset === null ? 'not recognised' : `read as ${file.preset}`,
    FORMATS[file.format],
    ...(file.delimiter === null ? [] : [`${DELIMITERS.get(file.delimiter) ?? `"${file.delimiter}"`} between cells`]),
    `${file.encoding}${file.encodingAssumed ? ' (assumed)' : ''}`,
    ...(file.headerLine === null || file.headerLine === 1 ? [] : [`header on line ${formatNumber(file.headerLine)}`]),
  ];
  return [
    style.title(screen.fit(file.path, screen.width)),
    ...flow(screen, facts, '  ').map((line) => style.faint(line)),
    ...file.tables.flatMap((table) => flow(screen, tablePieces(table), '  ')),
    ...(file.error === null ? [] : errorLines(file.error, screen)),
    ...columnLines(file, screen),
    ...file.warnings.flatMap((warning) =>
      noteLines(
        warningText({ ...warning, message: warning.message })
          .replace(`${file.path}:`, 'line ')
          .replace(/^line {2}/, ''),
        screen,
      ),
    ),
  ];
}

const FORMATS = { csv: 'CSV', 'spreadsheet-xml': 'spreadsheet XML', json: 'JSON', ndjson: 'NDJSON' } as const;
const DELIMITERS: ReadonlyMap<string, string> = new Map([
  [',', 'commas'],
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'pipes'],
]);

/** `1,210 tickets: 1,190 used, 12 excluded`. */
function tablePieces({ kind, rows, used, excluded, collapsed, skipped }: InspectedTable): string[] {
  const noun = rows === 1 ? kind.replace(/s$/, '') : kind;
  const others = Object.entries({ excluded, 'older versions of the same row': collapsed, 'unreadable, skipped': skipped }).filter(
    ([, count]) => count > 0,
  );
  return [
    `${formatNumber(rows)} ${noun}, ${used === rows ? 'all' : formatNumber(used)} used`,
    ...others.map(([what, count]) => `${formatNumber(count)} ${what}`),
  ];
}

function errorLines({ message, hint }: NonNullable<InspectedFile['error']>, screen: Screen): string[] {
  return [
    ...noteLines(message, screen),
    ...(hint === null ? [] : paragraph(screen, { text: hint, indent: '    ', paint: screen.style.faint })),
  ];
}

function noteLines(text: string, screen: Screen): string[] {
  const [first = '', ...rest] = paragraph(screen, { text, indent: '    ' });
  return [`  ${screen.style.warning('!')} ${first.slice(4)}`, ...rest];
}

/** `Created at  → tickets.createdAt`: a line a column, those of no use with what they look like. */
function columnLines({ columns, format }: InspectedFile, screen: Screen): string[] {
  // Members of JSON are many and mostly nobody's business: those that are used, and how many are not.
  const isJson = format === 'json' || format === 'ndjson';
  const shown = isJson && !screen.verbose ? columns.filter(({ feeds }) => feeds.length > 0) : columns;
  const more = columns.length - shown.length;
  const unused =
    more === 0
      ? []
      : paragraph(screen, {
          text: `${formatNumber(more)} ${plural(more, 'member')} not used (--verbose names ${more === 1 ? 'it' : 'them'})`,
          indent: '    ',
          paint: screen.style.faint,
        });
  if (shown.length === 0) return unused;
  const widest = Math.max(...shown.map(({ name }) => displayWidth(forTerminal(name))));
  const nameWidth = Math.min(widest, Math.floor(screen.width * 0.4));
  return [...shown.flatMap((column) => columnLine(column, nameWidth, screen)), ...unused];
}

function columnLine({ name, feeds, holds, samples }: InspectedColumn, nameWidth: number, screen: Screen): string[] {
  const { style } = screen;
  const label = name === '' ? '(no name)' : name;
  const arrow = screen.unicode ? '→' : '->';
  const what = feeds.length > 0 ? `${arrow} ${feeds.join(', ')}` : `not used${holds === null ? '' : ` (${holds})`}`;
  const [first = '', ...rest] = wrap(forTerminal(what), screen.width - nameWidth - 6);
  const paint = feeds.length > 0 ? (text: string): string => text : style.faint;
  const values =
    samples === undefined || samples.length === 0
      ? []
      : [style.faint(screen.fit(`      such as ${samples.map((sample) => JSON.stringify(sample)).join(', ')}`, screen.width))];
  return [
    `    ${pad(screen.fit(label, nameWidth), nameWidth)}  ${paint(first)}`,
    ...rest.map((line) => `${' '.repeat(nameWidth + 6)}${paint(line)}`),
    ...values,
  ];
}

function kpiLines({ computable, lacking, files }: Inspection, screen: Screen): string[] {
  const { style } = screen;
  const can = SECTIONS.flatMap((section) => {
    const titles = computable.filter((kpi) => kpi.section === section).map(({ title }) => title);
    return titles.length === 0 ? [] : hanging(`${section}: ${titles.join(', ')}`, screen);
  });
  const without = lacking.map((kpi) => ({ ...kpi, clock: null, value: null, parts: null, reason: 'missing-column' as const }));
  const cannot = notComputed({ kpis: without, inputs: files.flatMap(({ tables }) => tables) }, { all: screen.verbose });
  const total = formatNumber(computable.length + lacking.length);
  return [
    ...wrap(`${formatNumber(computable.length)} of ${total} KPIs have the columns that they need`, screen.width).map((line) =>
      style.heading(line),
    ),
    ...can,
    ...(cannot.length === 0
      ? []
      : [
          '',
          style.heading('The others lack something'),
          ...cannot.flatMap(({ why, kpis }) => hanging(`${why.replace(/^needs /, '')}: ${kpis}`, screen)),
        ]),
  ];
}

function hanging(text: string, screen: Screen): string[] {
  return wrap(forTerminal(text), screen.width - 4).map((line, at) => `${at === 0 ? '  ' : '    '}${line}`);
}

/** To be copied, so never wrapped. */
function configLines({ config }: Inspection, { style }: Screen): string[] {
  if (config === null) return [];
  return [
    '',
    style.heading('For happiness.config.yaml'),
    ...config
      .trimEnd()
      .split('\n')
      .map((line) => `  ${forTerminal(line)}`),
  ];
}
