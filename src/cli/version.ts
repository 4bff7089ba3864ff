import { createRequire } from 'node:module';

/** What `package.json` says: the one place where name and version are written. */
const manifest = createRequire(import.meta.url)('../../package.json') as { readonly version: string };

export const PROGRAM = 'happiness';
export const VERSION = manifest.version;
