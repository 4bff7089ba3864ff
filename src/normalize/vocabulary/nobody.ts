/** What stands where no team or nobody has the ticket: Freshdesk's words (exports.md §7), which are no one's name. */
const NOBODY = { group: 'no group', agent: 'no agent' } as const;

export function isNobodyWord(field: keyof typeof NOBODY, word: string): boolean {
  return word.length === 8 && word.toLowerCase() === NOBODY[field];
}
