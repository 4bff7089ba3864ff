import type { Warning, WarningCode } from '../model/warning.ts';

/** A place and a number of rows where something was noticed. `about` names a column or a word of a vocabulary, never another cell. */
export interface Finding {
  readonly code: WarningCode;
  readonly file?: string;
  readonly count: number;
  /** 1-based; absent where no line is meant. */
  readonly line?: number | undefined;
  readonly about?: string;
  /** Where a code has more than one thing to say: a sentence of its own, apart from the others of its code and file. */
  readonly topic?: Topic;
}

type Sentence = (count: number, about: string) => string;
export type Topic = keyof typeof TOPICS;

const plural = (count: number, one: string, many = `${one}s`): string => `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
const of = (about: string): string => (about === '' ? '' : ` in ${about}`);

/** One sentence a code, with the numbers and the option that settles it. */
const SENTENCES: Partial<Record<WarningCode, Sentence>> = {
  'skipped-rows': (n, about) =>
    `${plural(n, 'row')} could not be read and ${n === 1 ? 'was' : 'were'} skipped${about === '' ? '' : `: ${about}`}.`,
  'furniture-skipped': (n) =>
    `${plural(n, 'line')} before or after the data ${n === 1 ? 'is' : 'are'} no record${n === 1 ? '' : 's'} (titles, totals, notes) and ${n === 1 ? 'was' : 'were'} left out.`,
  'encoding-assumed': (_, about) => `The encoding is not certain: read as ${about}; --encoding sets another.`,
  'missing-id': (n, about) => `${plural(n, 'row')} ${n === 1 ? 'has' : 'have'} no id: ${about}.`,
  'duplicate-ids': (n) =>
    `${plural(n, 'row')} repeated an id that another row has: of each id the highest version, the newest update, else the last row read was used.`,
  'unknown-status': (n, about) =>
    `${plural(n, 'ticket')} ${n === 1 ? 'has a status' : 'have statuses'} that nobody told us the meaning of: ${about}, counted as open unless a resolved or closed time says otherwise; the config's statuses say what they mean.`,
  'unknown-value': (n, about) =>
    `${plural(n, 'value')}${of(about)} could not be understood and ${n === 1 ? 'counts' : 'count'} as missing.`,
  'bad-date': (n, about) =>
    `${plural(n, 'date')}${of(about)} could not be read and ${n === 1 ? 'counts' : 'count'} as missing; --date-order sets the order of day and month.`,
  'zone-assumed': (n, about) =>
    `${plural(n, 'time stamp')}${of(about)} ${n === 1 ? 'has' : 'have'} no time zone and ${n === 1 ? 'was' : 'were'} read as UTC; --timezone sets another.`,
  'mixed-zones': (n, about) =>
    `${plural(n, 'time stamp')}${of(about)} ${n === 1 ? 'has' : 'have'} no time zone while others in the same column have one; --timezone sets theirs.`,
  'date-order-assumed': (n, about) =>
    `${plural(n, 'date')}${of(about)} could be day-month or month-day and ${n === 1 ? 'was' : 'were'} read day first; --date-order mdy reads the month first.`,
  'unit-assumed': (_, about) => `Units were assumed: ${about}.`,
  'scale-assumed': (_, about) => `The rating scale was assumed: ${about}; --scale MIN..MAX sets it.`,
  'duplicate-header': (n, about) =>
    `${plural(n, 'header')} occur${n === 1 ? 's' : ''} more than once (${about}): of single values the first that is not empty was used.`,
  'column-disagrees': (n, about) =>
    `${plural(n, 'ready-made duration')}${of(about)} differ${n === 1 ? 's' : ''} from the time stamps of the same ticket by more than 10 %; the time stamps were used.`,
  'negative-duration': (n, about) => `${plural(n, 'ticket')} ${n === 1 ? 'was' : 'were'} ${about}; such durations are left out.`,
  'future-timestamp': (n, about) =>
    `${plural(n, 'time stamp')}${of(about)} lie${n === 1 ? 's' : ''} later than the moment of the report (--as-of, else the clock) and count${n === 1 ? 's' : ''} as missing.`,
  'low-match-rate': (_, about) => `${about}.`,
  contradiction: (n, about) => `${plural(n, 'ticket')} ${n === 1 ? 'has' : 'have'} ${about}.`,
};

/** What a code says beside its usual sentence. */
const TOPICS = {
  'short-rows': (n: number) =>
    `${plural(n, 'row')} ${n === 1 ? 'was' : 'were'} shorter than the header; ${n === 1 ? 'its' : 'their'} missing cells count as empty.`,
  undecodable: (n: number, about: string) =>
    `${plural(n, 'character')} could not be read as ${about}, so the encoding may be another; --encoding sets it (windows-1252, for example).`,
  'rating-words': (n: number, about: string) =>
    `${plural(n, 'rating')}${of(about)} could not be understood and ${n === 1 ? 'counts' : 'count'} as missing; --scale MIN..MAX settles numbers, kpis.csat.positive in the config words.`,
  'contradictory-orders': (_: number, about: string) =>
    `Columns of one file prove different orders of day and month, and each was read in its own (${about}): one of them may be damaged. --date-order settles what no column proves.`,
} as const satisfies Readonly<Record<string, Sentence>>;

/** Collects findings and gives one warning a code and file, in the order of first appearance. */
export class Findings {
  readonly #found = new Map<string, { finding: Finding; count: number; line: number | undefined; abouts: Set<string> }>();

  add(finding: Finding): void {
    if (finding.count <= 0) return;
    const key = `${finding.code}\u0000${finding.file ?? ''}\u0000${finding.topic ?? ''}`;
    const entry = this.#found.get(key);
    if (entry === undefined) {
      this.#found.set(key, {
        finding,
        count: finding.count,
        line: finding.line,
        abouts: new Set(finding.about === undefined ? [] : [finding.about]),
      });
      return;
    }
    entry.count += finding.count;
    if (finding.line !== undefined) entry.line = Math.min(entry.line ?? finding.line, finding.line);
    if (finding.about !== undefined) entry.abouts.add(finding.about);
  }

  warnings(): Warning[] {
    return [...this.#found.values()].map(({ finding, count, line, abouts }) => {
      const { code, file, topic } = finding;
      const sentence =
        (topic === undefined ? SENTENCES[code] : TOPICS[topic]) ?? ((n: number, about: string) => `${code}: ${n}${of(about)}.`);
      return {
        code,
        message: sentence(count, listed([...abouts])),
        count,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
      };
    });
  }
}

/** `on line 3`, `first on lines 2, 3, 5`: where so many were found, of which these are the first. */
export function onLines(count: number, lines: readonly number[], noun = 'line'): string {
  return `${count > lines.length ? 'first ' : ''}on ${noun}${lines.length === 1 ? '' : 's'} ${lines.join(', ')}`;
}

const SHOWN = 8;

function listed(words: readonly string[]): string {
  const shown = words.slice(0, SHOWN).join(', ');
  return words.length > SHOWN ? `${shown} and ${words.length - SHOWN} more` : shown;
}

const LONGEST_NAME = 80;

/** A header or a status word in quotes; a survey's whole question is cut. */
export function quoted(name: string): string {
  return `“${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}”`;
}
