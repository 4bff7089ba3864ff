import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { configFor } from '../../src/formats/inspect/config-for.ts';
import { renderInspection } from '../../src/formats/inspect/index.ts';
import { yamlText } from '../../src/formats/inspect/yaml-text.ts';
import type { RenderOptions } from '../../src/formats/format.ts';
import { displayWidth } from '../../src/lib/text/width.ts';
import type { Inspection } from '../../src/model/inspection.ts';
import { hostileInspection, inspection } from './inspection.ts';
import { HOSTILE } from './rich-report.ts';

const plain: RenderOptions = { width: 80, colorLevel: 0, unicode: true, compact: false, verbose: false };
const LIVE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}/u;
const settled = (some: Inspection): Inspection => ({ ...some, config: configFor(some) });

it.for([
  ['inspect-80.txt', {}],
  ['inspect-60.txt', { width: 60 }],
  ['inspect-40-ascii.txt', { width: 40, unicode: false }],
] as const)('%s', async ([file, options]) => {
  await expect(renderInspection(settled(inspection), 'table', { ...plain, ...options })).toMatchFileSnapshot(`./screens/${file}`);
});

describe('hostile files', () => {
  it('act on nothing', () => {
    for (const format of ['table', 'json'] as const) {
      for (const option of [plain, { ...plain, verbose: true, unicode: false, width: 40 }]) {
        const text = renderInspection(settled(hostileInspection), format, option);
        expect(text).not.toMatch(LIVE);
        expect(text).not.toMatch(/^\s*::|##(?:\[|vso\[|teamcity\[)/m);
      }
    }
  });

  it('keep within the screen, but for the config, which is to be copied', () => {
    for (let width = 40; width <= 120; width += 8)
      for (const some of [inspection, hostileInspection])
        for (const line of renderInspection(some, 'table', { ...plain, width }).split('\n'))
          expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('come out as YAML that says the same', () => {
    for (const text of HOSTILE)
      if (text !== null && !/\p{Cs}/u.test(text)) expect(parse(`a: ${yamlText(text)}   # x`)).toEqual({ a: text });
  });
});

describe('the config that settles it', () => {
  it('is valid as it stands, and with its guesses taken in', () => {
    const config = configFor(inspection) ?? '';
    expect(parse(config)).toEqual({ sources: ['exports/tickets.csv', { path: 'other.csv' }, 'api.json'] });
    const guessed = config.replace(/^( *)# (?=mappings|timezone|statuses|kind| {2})/gm, '$1');
    expect(parse(guessed)).toMatchObject({
      sources: ['exports/tickets.csv', { path: 'other.csv', kind: 'tickets' }, 'api.json'],
      timezone: 'UTC',
      statuses: {},
      mappings: {
        tickets: {
          solvedAt: 'Raised in the customer portal of the second line (local time)',
          createdAt: 'Raised',
          id: 'Ref',
        },
      },
    });
    // what nothing speaks for, or was guessed already, is only named
    for (const name of ['Mood', '"a: b #"']) expect(config).toContain(`# FIELD: ${name}`);
  });

  it('is none where nothing is open', () => {
    const [first] = inspection.files;
    expect(
      configFor({ ...inspection, files: [{ ...first!, warnings: [], columns: first!.columns.filter(({ feeds }) => feeds.length > 0) }] }),
    ).toBeNull();
  });
});
