import type { Preset } from './preset.ts';

/** Recognised by nothing: what no other preset takes. Its columns come from the synonyms and the content; its kind is found by them too. */
export const generic: Preset = {
  id: 'generic',
  title: 'Any table or JSON list, mapped by its names',
  system: 'generic',
  kind: 'tickets',
  format: 'table',
  recognise: { anyOf: [] },
  about:
    'Your own export. Columns are mapped by their names (English, and the main ones in German, Spanish and French) and their content; --map or the config settles the rest.',
  quirks: [
    'Durations need a unit in their name ("first response minutes") or in their cells (1:02:03, 2h 10m); one that does not say which hours it counts is neither called calendar nor business time.',
    'A column whose name says duration but whose cells are time stamps is read as time stamps.',
    'happiness inspect shows what was mapped and prints the config that would map the rest.',
  ],
};
