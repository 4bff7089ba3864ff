import type { JsonRecord } from '../../model/json.ts';
import type { TableKind } from '../../model/kinds.ts';
import type { JsonFieldMapping, JsonListLayout } from '../../presets/preset.ts';
import { targetOf, typeOf } from '../plan/names.ts';
import { overrideMapping } from '../plan/override.ts';
import type { ColumnOverride } from '../options.ts';
import type { BuilderOptions } from '../staging/table-builder.ts';
import { TableBuilder } from '../staging/table-builder.ts';
import type { ByteRecord } from '../../read/bytes/json/byte-record.ts';
import type { ColumnWriter } from '../writers/writer.ts';
import { cellOf, writeCell } from './flatten.ts';
import { type FieldPath, memberNamed, pathLabel, valueAt } from './json-path.ts';
import { ViewWriter } from './view-writer.ts';

export interface JsonBuilderOptions extends BuilderOptions {
  readonly withText: boolean;
  readonly overrides: readonly ColumnOverride[];
}

type Fields = JsonListLayout['fields'];

/** Writes records into the columns of one kind, as a layout says where each field is. */
export class LayoutWriter {
  readonly kind: TableKind;
  readonly builder: TableBuilder;
  readonly labels: Record<string, string> = Object.create(null) as Record<string, string>;
  readonly #takers: { readonly from: FieldPath; readonly writer: ColumnWriter }[] = [];
  readonly #views: ViewWriter;

  /** `overrides` are the user's: they speak before the layout. */
  constructor(kind: TableKind, fields: Fields, options: JsonBuilderOptions) {
    this.kind = kind;
    this.builder = new TableBuilder({ ...options, withoutEmpty: true });
    for (const { field, column } of options.overrides.filter((one) => one.kind === kind)) {
      const { field: name, ...mapping } = overrideMapping(kind, field);
      this.#add(name, { from: memberNamed(column), ...mapping });
    }
    for (const [field, said] of Object.entries(fields)) {
      if ((field === 'subject' || field === 'ratingComment') && !options.withText) continue;
      for (const mapping of mappingsOf(said)) this.#add(field, mapping);
    }
    this.#views = new ViewWriter(this.builder, this.#takers);
  }

  write(record: JsonRecord, place: number, parent?: JsonRecord): void {
    this.#views.flush();
    for (const { from, writer } of this.#takers) writeCell(writer, cellOf(valueAt(from, record, parent)));
    this.builder.endRecord(place);
  }

  /** The same for a record that lies in bytes, until the next `flush`. */
  writeView(record: ByteRecord, place: number, parent?: ByteRecord): void {
    this.#views.write(record, place, parent);
  }

  /** The row that is written next. */
  get row(): number {
    return this.builder.row + this.#views.rows;
  }

  flush(): void {
    this.#views.flush();
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
