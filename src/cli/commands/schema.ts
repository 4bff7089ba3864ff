import { EXIT } from '../exit-codes.ts';
import { UserError } from '../../model/user-error.ts';
import { choose } from '../options/choose.ts';
import { writeOut } from '../terminal/write-out.ts';
import type { CommandSpec } from './command-spec.ts';

const SCHEMAS = ['config', 'report'] as const;

export const schemaCommand: CommandSpec = {
  name: 'schema',
  operands: '[what]',
  summary: 'The JSON Schema of the config or of the JSON report',
  description:
    'Writes the JSON Schema of the config to standard output. Editors that know it complete keys and mark mistakes: name the file in "$schema", or in YAML in a first line "# yaml-language-server: $schema=happiness.schema.json".',
  examples: [
    'happiness schema config > happiness.schema.json',
    'happiness schema config | jq .properties.kpis',
    'happiness schema report > report.schema.json',
  ],
  options: [],
  async run({ io, operands }) {
    const [what, ...more] = operands;
    if (what === undefined || more.length > 0)
      throw new UserError('bad-schema', 'schema needs one name', { hint: 'happiness schema config, happiness schema report' });
    if (choose('schema', what, SCHEMAS) === 'report') {
      const { reportJsonSchema } = await import('../stored/report-json-schema.ts');
      await writeOut(io.stdout, `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
      return EXIT.ok;
    }
    const [{ configJsonSchema }, { kpis }] = await Promise.all([import('../../config/json-schema.ts'), import('../../kpis/index.ts')]);
    await writeOut(io.stdout, `${JSON.stringify(configJsonSchema(kpis), null, 2)}\n`);
    return EXIT.ok;
  },
};
