/** Writes `rows` tickets with the layout of a helpdesk's export. */
export function generate(rows: number, file: string, seed?: number): void;
