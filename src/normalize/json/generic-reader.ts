import type { JsonObject } from '../../model/json.ts';
import { columnLabels } from '../table-input.ts';
import type { ColumnPlan, SourceColumn } from '../plan/plan.ts';
import { contentOf } from '../plan/content.ts';
import { headerForms } from '../plan/header.ts';
import { TableBuilder } from '../staging/table-builder.ts';
import type { ColumnWriter } from '../writers/writer.ts';
import { flatten, textOf } from './flatten.ts';
import type { JsonBuilderOptions } from './layout-writer.ts';

/** The members of a list's first records as columns. `metadata.plan` also answers to `plan` where that is free. */
export function sourceColumnsOf(records: readonly JsonObject[]): SourceColumn[] {
  const cells = new Map<string, string[]>();
  for (const record of records) {
    for (const [name, cell] of flatten(record)) {
      const list = cells.get(name);
      if (list === undefined) cells.set(name, [textOf(cell)]);
      else list.push(textOf(cell));
    }
  }
  const names = new Set([...cells.keys()].flatMap((name) => headerForms(name).keys));
  return [...cells].map(([name, texts], index) => {
    const forms = headerForms(name);
    // the inner name alone, where it says something that no other member says
    const last = name.includes('.')
      ? headerForms(name.slice(name.indexOf('.') + 1)).keys.filter((key) => !names.has(key) && key !== 'id' && key !== 'name')
      : [];
    return { ...forms, keys: [...forms.keys, ...last], index, content: contentOf(texts) };
  });
}

/** Reads one list of an unknown layout by a plan over its members. */
export class GenericReader {
  readonly builder: TableBuilder;
  readonly labels: Readonly<Record<string, string>>;
  readonly plan: ColumnPlan;
  readonly #writers = new Map<string, ColumnWriter[]>();

  constructor(plan: ColumnPlan, options: JsonBuilderOptions) {
    this.plan = plan;
    this.labels = columnLabels(plan);
    this.builder = new TableBuilder(options);
    for (const { target, type, mapping, source } of plan.planned) {
      if ((mapping.field === 'subject' || mapping.field === 'ratingComment') && !options.withText) continue;
      const writer = this.builder.add({ target, type, mapping, label: source.header, zone: source.zone });
      this.#writers.set(source.header, [...(this.#writers.get(source.header) ?? []), writer]);
    }
  }

  record(record: JsonObject, place: number): void {
    for (const [name, cell] of flatten(record)) {
      for (const writer of this.#writers.get(name) ?? []) {
        if (typeof cell !== 'string' && writer.writeMany !== undefined) writer.writeMany(cell);
        else writer.write(textOf(cell));
      }
    }
    this.builder.endRecord(place);
  }
}
