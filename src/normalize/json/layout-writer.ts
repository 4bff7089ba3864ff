import type { JsonObject } from '../../model/json.ts';
import type { TableKind } from '../../model/kinds.ts';
import type { JsonChildLayout, JsonFieldMapping, JsonListLayout, JsonPath } from '../../presets/preset.ts';
import { targetOf, typeOf } from '../plan/names.ts';
import { overrideMapping } from '../plan/override.ts';
import type { ColumnOverride } from '../options.ts';
import type { BuilderOptions } from '../staging/table-builder.ts';
import { TableBuilder } from '../staging/table-builder.ts';
import type { ColumnWriter } from '../writers/writer.ts';
import { cellOf, textOf } from './flatten.ts';
import { memberNamed, pathLabel, valueAt } from './json-path.ts';

export interface JsonBuilderOptions extends BuilderOptions {
  readonly withText: boolean;
  readonly overrides: readonly ColumnOverride[];
}

type Fields = JsonListLayout['fields'] | JsonChildLayout['fields'];

/** Writes records into the columns of one kind, as a layout says where each field is. */
export class LayoutWriter {
  readonly kind: TableKind;
  readonly builder: TableBuilder;
  readonly labels: Record<string, string> = Object.create(null) as Record<string, string>;
  readonly #takers: { readonly from: JsonPath; readonly writer: ColumnWriter }[] = [];

  /** `overrides` are the user's: they speak before the layout. */
  constructor(kind: TableKind, fields: Fields, options: JsonBuilderOptions) {
    this.kind = kind;
    this.builder = new TableBuilder(options);
    for (const { field, column } of options.overrides.filter((one) => one.kind === kind)) {
      const { field: name, ...mapping } = overrideMapping(kind, field);
      this.#add(name, { from: memberNamed(column), ...mapping });
    }
    for (const [field, said] of Object.entries(fields)) {
      if ((field === 'subject' || field === 'ratingComment') && !options.withText) continue;
      for (const mapping of mappingsOf(said)) this.#add(field, mapping);
    }
  }

  write(record: JsonObject, place: number, parent?: JsonObject): void {
    for (const { from, writer } of this.#takers) {
      const cell = cellOf(valueAt(from, record, parent));
      if (typeof cell === 'string') writer.write(cell);
      else if (writer.writeMany !== undefined) writer.writeMany(cell);
      else writer.write(textOf(cell));
    }
    this.builder.endRecord(place);
  }

  #add(field: string, { from, ...mapping }: Omit<JsonFieldMapping, 'field'>): void {
    const type = typeOf(this.kind, field);
    if (type === undefined) return;
    const full = { ...mapping, field };
    const target = targetOf(this.kind, full);
    this.labels[target] ??= pathLabel(from);
    this.#takers.push({ from, writer: this.builder.add({ target, type, mapping: full, label: pathLabel(from) }) });
  }
}

function mappingsOf(said: Fields[string]): readonly Omit<JsonFieldMapping, 'field'>[] {
  if (typeof said === 'string' || typeof said === 'function') return [{ from: said }];
  return Array.isArray(said) ? (said as readonly Omit<JsonFieldMapping, 'field'>[]) : [said as Omit<JsonFieldMapping, 'field'>];
}
