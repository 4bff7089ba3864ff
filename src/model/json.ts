/** A parsed JSON object: a record as the source wrote it. */
export type JsonObject = { readonly [key: string]: unknown };

/** A record that still lies in the bytes of its file: only what is asked for becomes a value. Good until the next record is read. */
export abstract class RecordView {
  /** The value at `a.b.c`, objects and lists of objects as views again; `undefined` where any step is missing. */
  abstract at(path: string): unknown;
  /** Whether text or a number that is one and the same stands at both paths; `undefined` where that takes the values. */
  abstract same(path: string, other: RecordView, otherPath: string): boolean | undefined;
  /** Whether anything but null stands at the path. */
  abstract has(path: string): boolean;
  /** Whether text that is not blank, or a number, stands at the path. */
  abstract hasText(path: string): boolean;
  /** Whether that is this one, which is ASCII. */
  abstract isText(path: string, text: string): boolean;
  /** Whether this text, which is ASCII without quotes, may stand within what is at the path: false only where it surely does not. */
  abstract mayHold(path: string, text: string): boolean;
  /** All of it. */
  abstract parsed(): JsonObject;
}

/** A record, parsed or not. */
export type JsonRecord = JsonObject | RecordView;
