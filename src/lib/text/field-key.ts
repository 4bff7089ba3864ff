/**
 * A header, key or word in the form in which names are compared: lower case, letters and digits kept in every script,
 * everything between them one blank, camelCase split. `createdAt`, `created_at`, `Created At` and `created-at:` are all `created at`.
 */
export function fieldKey(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
