import { FIELDS } from '../../model/kinds.ts';
import { suggest } from '../../lib/text/suggest.ts';
import type { ConfigurableKpi } from '../kpi-options.ts';
import { list, mapping, type Loose } from './loose.ts';
import { listed, pathText, shown, type ConfigPath, type Problem } from '../problem.ts';

/** What this program has besides the config. */
export interface Known {
  readonly kpis: readonly ConfigurableKpi[];
  readonly presetIds: readonly string[];
  /** Parses a condition on rows. @throws UserError */
  readonly checkCondition: (text: string) => void;
  /** Parses a rule of a vector. @throws UserError that names the vector */
  readonly checkVectorRule: (vector: 'negative' | 'neutral' | 'positive', text: string) => void;
}

/**
 * What no schema can say: names that must exist elsewhere in the config, pairs that must be in order. Works on the value as written, right or
 * wrong, so that these problems are told together with those of the schema.
 */
export function crossProblems(value: unknown, { presetIds }: Known): readonly Problem[] {
  const config = mapping(value);
  return [
    ...calendarProblems(mapping(config['calendars'])),
    ...presetProblems(config, presetIds),
    ...objectiveProblems(list(config['objectives'])),
    ...scaleProblems(config['scale']),
    ...sourceProblems(list(config['sources'])),
    ...planProblems(mapping(config['plans'])),
  ];
}

function calendarProblems(calendars: Loose): readonly Problem[] {
  const problems: Problem[] = [];
  const parent = (name: string): string | undefined => {
    const base = Object.hasOwn(calendars, name) ? mapping(calendars[name])['extends'] : undefined;
    return typeof base === 'string' ? base : undefined;
  };
  for (const name of Object.keys(calendars)) {
    const base = parent(name);
    if (base === undefined) continue;
    const path = ['calendars', name, 'extends'];
    if (!Object.hasOwn(calendars, base)) {
      problems.push(missing({ path, word: base, what: 'calendar', known: Object.keys(calendars).filter((other) => other !== name) }));
      continue;
    }
    const chain = [name];
    for (let next: string | undefined = base; next !== undefined && !chain.includes(next); next = parent(next)) chain.push(next);
    const [first] = Object.keys(calendars).filter((other) => chain.includes(other));
    // Told once, of the first one in the circle.
    if (parent(chain.at(-1)!) === name && first === name)
      problems.push({ path, at: 'value', message: `calendars extend one another in a circle: ${[...chain, name].join(' → ')}` });
  }
  return problems;
}

function presetProblems(config: Loose, presetIds: readonly string[]): readonly Problem[] {
  const own = list(config['presets']).map(mapping);
  const ids = own.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const problems: Problem[] = [];
  for (const [index, { id, extends: base, columns }] of own.entries()) {
    const path = ['presets', index];
    if (typeof id === 'string' && (presetIds.includes(id) || ids.indexOf(id) !== index))
      problems.push({
        path: [...path, 'id'],
        at: 'value',
        message: `there is a preset ${shown(id)} already`,
        hint: 'give it an id of its own',
      });
    if (typeof base === 'string' && !presetIds.includes(base))
      problems.push(missing({ path: [...path, 'extends'], word: base, what: 'preset', known: presetIds, all: 'happiness presets' }));
    for (const field of Object.keys(mapping(columns))) {
      if (FIELD_NAMES.has(field.split('.')[0] ?? '')) continue;
      const near = suggest(field, FIELD_NAMES);
      problems.push({
        path: [...path, 'columns', field],
        at: 'key',
        message: `there is no field ${shown(field)}`,
        hint: near === undefined ? undefined : `did you mean ${near}?`,
      });
    }
  }
  for (const [index, source] of list(config['sources']).entries()) {
    const { preset } = mapping(source);
    if (typeof preset === 'string' && !presetIds.includes(preset) && !ids.includes(preset))
      problems.push(
        missing({
          path: ['sources', index, 'preset'],
          word: preset,
          what: 'preset',
          known: [...ids, ...presetIds],
          all: 'happiness presets',
        }),
      );
  }
  return problems;
}

const FIELD_NAMES: ReadonlySet<string> = new Set(Object.values(FIELDS).flatMap((fields) => Object.keys(fields)));

interface Missing {
  readonly path: ConfigPath;
  readonly word: string;
  readonly what: string;
  readonly known: readonly string[];
  /** The command that lists them. */
  readonly all?: string;
}

function missing({ path, word, what, known, all }: Missing): Problem {
  const near = suggest(word, known);
  const rest = all !== undefined ? `all of them: ${all}` : known.length === 0 ? undefined : `there is ${listed(known, 'and')}`;
  const hint = [near === undefined ? undefined : `did you mean ${near}?`, near === undefined || all !== undefined ? rest : undefined]
    .filter((part) => part !== undefined)
    .join('   ');
  return { path, at: 'value', message: `${pathText(path)}: there is no ${what} ${shown(word)}`, hint: hint === '' ? undefined : hint };
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}

function objectiveProblems(objectives: readonly unknown[]): readonly Problem[] {
  return objectives.flatMap((objective, index) => {
    const { start, by } = mapping(objective);
    if (!isDay(start) || !isDay(by) || start < by) return [];
    return [
      { path: ['objectives', index, 'by'], at: 'value' as const, message: `objectives[${index}] ends (${by}) before it starts (${start})` },
    ];
  });
}

function scaleProblems(scale: unknown): readonly Problem[] {
  if (typeof scale !== 'string') return [];
  const [low = NaN, high = NaN] = scale.split('..').map(Number);
  return low >= high
    ? [{ path: ['scale'], at: 'value', message: `scale ${shown(scale)} is not a range from low to high`, hint: 'write it as 1..5' }]
    : [];
}

function sourceProblems(sources: readonly unknown[]): readonly Problem[] {
  return sources.flatMap((source, index) => {
    const path = typeof source === 'string' ? source : mapping(source)['path'];
    if (path !== '-') return [];
    return [
      {
        path: ['sources', index],
        at: 'value' as const,
        message: 'standard input (-) cannot be a source of the config',
        hint: 'name it on the command line',
      },
    ];
  });
}

/** A plan of two kinds would count twice or at random. */
function planProblems(plans: Loose): readonly Problem[] {
  const kindOf = new Map<string, string>();
  const problems: Problem[] = [];
  for (const [kind, names] of Object.entries(plans)) {
    for (const [index, name] of list(names).entries()) {
      const key = String(name).trim().toLowerCase();
      const other = kindOf.get(key);
      if (other !== undefined && other !== kind)
        problems.push({ path: ['plans', kind, index], at: 'value', message: `the plan ${shown(name)} is both ${other} and ${kind}` });
      kindOf.set(key, kind);
    }
  }
  return problems;
}
