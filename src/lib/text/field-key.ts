/** Most words are in that form already, or plain letters: the expressions for every script take milliseconds to get ready. */
const FINISHED = /^[a-zß-öø-ÿ\d#]+(?: [a-zß-öø-ÿ\d#]+)*$/;
const ASCII = /^[\x00-\x7f]*$/;

/**
 * A header, key or word in the form in which names are compared: lower case, letters and digits kept in every script,
 * everything between them one blank, camelCase split. `createdAt`, `created_at`, `Created At` and `created-at:` are all `created at`.
 */
export function fieldKey(text: string): string {
  const trimmed = text.trim();
  if (FINISHED.test(trimmed)) return trimmed;
  if (ASCII.test(trimmed)) {
    return trimmed
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^a-z\d#]+/g, ' ')
      .trim();
  }
  return fieldKeyOfAny(text);
}

/** `fieldKey` of text in any script. */
export function fieldKeyOfAny(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
