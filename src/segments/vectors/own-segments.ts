import type { CodesColumn } from '../../model/columns.ts';
import { UserError } from '../../model/user-error.ts';
import type { Condition } from '../conditions/condition.ts';
import { parseCondition } from '../conditions/parse-condition.ts';
import { fieldsOf, rowMask } from '../conditions/row-mask.ts';
import type { DimensionContext } from '../dimension.ts';
import { writtenOut } from './phrases.ts';

export interface OwnSegment {
  readonly name: string;
  /** As the config has it. */
  readonly rule: string;
  /** Customers in it (1); `null` where the data has not what the rule asks for. */
  readonly members: Uint8Array | null;
  /** What the rule asks for, under our names. */
  readonly fields: readonly string[];
}

/**
 * The config's segments over a view with one row of `customers` a person: a rule is a condition or a phrase, over fields of customers and their facts.
 * `column` lists the segments of each; `null` without any segment. @throws UserError for a rule that cannot be understood.
 */
export function ownSegments(
  segments: Readonly<Record<string, string>>,
  view: DimensionContext,
): { readonly list: readonly OwnSegment[]; readonly column: CodesColumn | null } {
  const list = parseSegments(segments).map(({ name, rule, condition }): OwnSegment => {
    return { name, rule, members: rowMask(condition, view, 'customers'), fields: fieldsOf(condition) };
  });
  return { list, column: list.length === 0 ? null : columnOf(list, view.dataset.tables.customers.rows) };
}

interface ParsedSegment {
  readonly name: string;
  readonly rule: string;
  readonly condition: Condition;
}

/** @throws UserError for a rule that cannot be understood. */
export function parseSegments(segments: Readonly<Record<string, string>>): readonly ParsedSegment[] {
  return Object.entries(segments).map(([name, rule]) => ({ name, rule, condition: parsed(name, rule) }));
}

function parsed(name: string, rule: string): Condition {
  try {
    return parseCondition(writtenOut(rule));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, `segments.${name}: ${error.message}`, error.place);
  }
}

function columnOf(list: readonly OwnSegment[], rows: number): CodesColumn {
  const offsets = new Uint32Array(rows + 1);
  const codes: number[] = [];
  for (let row = 0; row < rows; row++) {
    list.forEach(({ members }, place) => {
      if (members?.[row] === 1) codes.push(place + 1);
    });
    offsets[row + 1] = codes.length;
  }
  return { type: 'codes', values: ['', ...list.map(({ name }) => name)], offsets, codes: Uint32Array.from(codes) };
}
