/** A parsed JSON object: a record as the source wrote it. */
export type JsonObject = { readonly [key: string]: unknown };
