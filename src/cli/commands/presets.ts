import type { Preset } from '../../presets/preset.ts';
import { EXIT } from '../exit-codes.ts';
import { CATALOGUE_OPTIONS, writeCatalogue } from './catalogue.ts';
import type { CommandSpec } from './command-spec.ts';

export const presetsCommand: CommandSpec = {
  name: 'presets',
  operands: '',
  summary: 'The export formats that happiness recognises',
  description:
    'Lists the exports that are recognised from their content, with the id that --preset takes. Other files are read too: their columns are matched by name, then by --map.',
  examples: ['happiness presets', 'happiness presets --verbose', 'happiness presets --format json'],
  options: CATALOGUE_OPTIONS,
  async run(invocation) {
    const { presets } = await import('../../presets/index.ts');
    const { verbose } = invocation.talk;
    const systems = [...new Set(presets.map(({ system }) => system))];
    await writeCatalogue(invocation, {
      headings: systems.map((system) => ({
        title: system,
        entries: presets.filter((preset) => preset.system === system).map((preset) => [preset.id, verbose ? inFull(preset) : preset.title]),
      })),
      json: presets.map(({ id, title, system, kind, format, about, quirks }) => ({ id, title, system, kind, format, about, quirks })),
    });
    return EXIT.ok;
  },
};

function inFull({ title, about, quirks }: Preset): string {
  return [title, about, ...quirks].map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ');
}
