import { toJsonSchema } from '../../config/json-schema.ts';
import { reportSchema } from './report-schema.ts';

/** The JSON Schema (draft 7) of what `--format json` writes. */
export function reportJsonSchema(): Readonly<Record<string, unknown>> {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'happiness report', ...toJsonSchema(reportSchema) };
}
