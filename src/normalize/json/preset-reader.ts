import type { JsonRecord } from '../../model/json.ts';
import type { Status, TableKind } from '../../model/kinds.ts';
import type { JsonChildLayout, JsonListLayout, Preset } from '../../presets/preset.ts';
import { objectsOf } from '../../presets/json/record.ts';
import type { NamedGroup, Person } from '../staging/part.ts';
import type { TablePart } from '../staging/table-builder.ts';
import { ByteRecord } from '../../read/bytes/json/byte-record.ts';
import type { JsonSink, ViewSink } from '../../read/reading.ts';
import { LayoutWriter } from './layout-writer.ts';
import type { JsonBuilderOptions } from './layout-writer.ts';
import { cellOf, textOf } from './flatten.ts';
import { type FieldPath, valueAt } from './json-path.ts';

/** What one list's records, or the rows inside them, were written into. */
export interface WrittenList {
  readonly writer: LayoutWriter;
  readonly supplements: boolean;
  readonly leftOut: Map<number, Status>;
}

/** All that was read, as another thread can have it. */
export interface RecordsPart {
  readonly tables: readonly { readonly table: TablePart; readonly leftOut: ReadonlyMap<number, Status> }[];
  readonly people: readonly Person[];
  readonly groups: readonly NamedGroup[];
  readonly directoryRead: number;
}

/** Reads the lists of one JSON input that a preset names. */
export class PresetReader {
  readonly people: Person[] = [];
  readonly groups: NamedGroup[] = [];
  /** Records of directories: read and used, but rows of no table. */
  directoryRead = 0;
  readonly #preset: Preset;
  readonly #lists = new Map<string, ListReader | undefined>();

  constructor(preset: Preset, lists: Iterable<string>, options: JsonBuilderOptions) {
    this.#preset = preset;
    const byLayout = new Map<JsonListLayout, ListReader>();
    for (const list of lists) {
      const layout = layoutOf(preset, list);
      if (layout === undefined) continue;
      let reader = byLayout.get(layout);
      if (reader === undefined) {
        reader = new ListReader(layout, options);
        byLayout.set(layout, reader);
      }
      this.#lists.set(list, reader);
    }
  }

  /** What takes the records of a file to it. */
  get sink(): JsonSink & { readonly views: ViewSink } {
    return {
      record: (list, record, place) => void this.record(list, record, place),
      views: { record: (record, place) => void this.record('', record, place), flush: () => this.flush() },
    };
  }

  /** False for a list that the preset does not name. */
  record(list: string, record: JsonRecord, place: number): boolean {
    const reader = this.#lists.get(list);
    if (reader === undefined) return false;
    if (isDirectory(reader.layout.into)) {
      this.#entry(reader.layout, record);
      this.directoryRead++;
    } else reader.record(record, place);
    return true;
  }

  /** To be called before the bytes go in which records lay. */
  flush(): void {
    for (const reader of this.#lists.values()) reader?.flush();
  }

  written(): WrittenList[] {
    return [...new Set(this.#lists.values())].flatMap((reader) => (reader === undefined ? [] : reader.written()));
  }

  /** What a reader of the same lists takes. Nothing may be read any more. */
  part(): RecordsPart {
    const tables = this.written().map(({ writer, leftOut }) => ({ table: writer.builder.part(), leftOut }));
    return { tables, people: this.people, groups: this.groups, directoryRead: this.directoryRead };
  }

  /** Takes what a reader of the same lists has read behind this one, whose lines began to count so much later. */
  append({ tables, people, groups, directoryRead }: RecordsPart, linesBefore: number): void {
    this.written().forEach(({ writer: { builder }, leftOut }, place) => {
      const others = tables[place]!;
      for (const [row, status] of others.leftOut) leftOut.set(builder.row + row, status);
      builder.append(others.table, linesBefore);
    });
    for (const person of people) this.people.push(person);
    for (const group of groups) this.groups.push(group);
    this.directoryRead += directoryRead;
  }

  #entry({ into, fields }: JsonListLayout, record: JsonRecord): void {
    const text = (field: string): string => {
      const said = fields[field];
      if (said === undefined) return '';
      const path =
        typeof said === 'string' || typeof said === 'function'
          ? said
          : Array.isArray(said)
            ? (said[0] as { from: never } | undefined)?.from
            : (said as { from: never }).from;
      return path === undefined ? '' : textOf(cellOf(valueAt(path, record)));
    };
    const { system } = this.#preset;
    if (into === 'groups') this.groups.push({ system, id: text('id'), name: text('name') });
    else this.people.push({ system, id: text('id'), email: text('email'), name: text('name'), role: text('role') });
  }
}

function isDirectory(into: JsonListLayout['into']): into is 'people' | 'groups' {
  return into === 'people' || into === 'groups';
}

/** The main list of a file also goes without a name. */
export function layoutOf(preset: Preset, list: string): JsonListLayout | undefined {
  const lists = preset.json?.lists ?? {};
  if (Object.hasOwn(lists, list)) return lists[list];
  return list === '' ? Object.values(lists)[0] : undefined;
}

class ListReader {
  readonly layout: JsonListLayout;
  readonly #own: LayoutWriter | undefined;
  readonly #children: { readonly layout: JsonChildLayout; readonly writer: LayoutWriter }[];
  readonly #leftOut = new Map<number, Status>();

  constructor(layout: JsonListLayout, options: JsonBuilderOptions) {
    this.layout = layout;
    const { into, fields } = layout;
    this.#own = isDirectory(into) ? undefined : new LayoutWriter(into, fields, options);
    const parentId = layout.fields['id'];
    this.#children = (layout.children ?? []).map((child) => {
      const ticketId =
        parentId === undefined || Object.hasOwn(child.fields, 'ticketId') || !belongsToTicket(child.into, layout)
          ? {}
          : { ticketId: ofParent(parentId) };
      return { layout: child, writer: new LayoutWriter(child.into, { ...ticketId, ...child.fields }, { ...options, overrides: [] }) };
    });
  }

  record(record: JsonRecord, place: number): void {
    const own = this.#own!;
    const status = this.layout.exclude?.(record);
    if (status !== undefined) this.#leftOut.set(own.row, status);
    if (record instanceof ByteRecord) own.writeView(record, place);
    else own.write(record, place);
    for (const { layout, writer } of this.#children) {
      for (const child of childrenOf(layout, record)) {
        if (record instanceof ByteRecord && child instanceof ByteRecord) writer.writeView(child, place, record);
        else writer.write(child, place, record);
      }
    }
  }

  flush(): void {
    this.#own?.flush();
    for (const { writer } of this.#children) writer.flush();
  }

  written(): WrittenList[] {
    if (this.#own === undefined) return [];
    const children = this.#children.map(({ writer }) => ({ writer, supplements: false, leftOut: new Map<number, Status>() }));
    return [{ writer: this.#own, supplements: this.layout.supplements === true, leftOut: this.#leftOut }, ...children];
  }
}

function belongsToTicket(kind: TableKind, parent: JsonListLayout): boolean {
  return parent.into === 'tickets' && (kind === 'messages' || kind === 'changes' || kind === 'surveys');
}

function ofParent(said: JsonListLayout['fields'][string]): FieldPath {
  const paths =
    typeof said === 'string' || typeof said === 'function'
      ? [said]
      : (Array.isArray(said) ? said : [said]).map((one: { from: never }) => one.from);
  const from = (_: JsonRecord, parent?: JsonRecord): unknown => {
    for (const path of paths) {
      const value = parent === undefined ? undefined : valueAt(path, parent);
      if (value !== undefined && value !== null && value !== '') return value;
    }
    return undefined;
  };
  return Object.assign(from, paths.length === 1 && typeof paths[0] === 'string' ? { ofParent: paths[0] } : {});
}

function childrenOf({ each }: JsonChildLayout, record: JsonRecord): readonly JsonRecord[] {
  const value = typeof each === 'function' ? each(record) : valueAt(each, record);
  return objectsOf(value);
}
