import type { GenericSchema } from 'valibot';
import type { ConfigurableKpi } from './kpi-options.ts';
import { configSchema } from './schema/config.ts';

type JsonSchema = Record<string, unknown>;

/** The parts of our schemas that have a counterpart in JSON Schema. */
interface Part {
  readonly kind: string;
  readonly type: string;
  readonly pipe?: readonly Part[];
  readonly wrapped?: Part;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly key?: Part;
  readonly value?: Part;
  readonly item?: Part;
  readonly options?: readonly (Part | string)[];
  readonly literal?: unknown;
  readonly requirement?: unknown;
  readonly description?: string;
}

const OPTIONAL: ReadonlySet<string> = new Set(['optional', 'nullish']);
/** Behind one of these a pipe holds what we make of the text, not what is written. */
const TRANSFORMING: ReadonlySet<string> = new Set(['transform', 'raw_transform']);

/**
 * The JSON Schema (draft 7) of the config, for editors. What only this program can judge (zones, days that exist, names that must be known) is
 * wider here. A test holds it against @valibot/to-json-schema, which would be one more package for every user.
 */
export function configJsonSchema(kpis: readonly ConfigurableKpi[]): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'happiness config',
    ...convert(configSchema(kpis) as Part),
  };
}

/** Any of our schemas. @throws TypeError for a part that has no counterpart here. */
export function toJsonSchema(schema: GenericSchema): JsonSchema {
  return convert(schema as Part);
}

function convert(schema: Part): JsonSchema {
  if (schema.pipe === undefined) return convertType(schema);
  const [first, ...actions] = flatten(schema.pipe);
  const end = actions.findIndex(({ kind, type }) => kind === 'schema' || TRANSFORMING.has(type));
  const json = first === undefined ? {} : convertType(first);
  for (const action of end === -1 ? actions : actions.slice(0, end)) Object.assign(json, convertAction(action, json));
  return json;
}

function flatten(pipe: readonly Part[]): readonly Part[] {
  return pipe.flatMap((part) => (part.pipe === undefined ? [part] : flatten(part.pipe)));
}

function convertType(schema: Part): JsonSchema {
  const { type, wrapped, entries = {}, key, value, item, options = [], literal } = schema;
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
      return { type };
    case 'picklist':
      return { enum: [...options], type: 'string' };
    case 'array':
      return { type, items: inside(item) };
    case 'record':
      return { type: 'object', propertyNames: inside(key), additionalProperties: inside(value) };
    case 'literal':
      return { const: literal };
    case 'strict_object':
    case 'loose_object':
      return {
        type: 'object',
        properties: Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, convert(entry)])),
        required: Object.entries(entries).flatMap(([name, entry]) => (OPTIONAL.has(entry.type) ? [] : [name])),
        ...(type === 'strict_object' ? { additionalProperties: false } : {}),
      };
    case 'union':
      return { anyOf: options.map((option) => inside(typeof option === 'string' ? undefined : option)) };
    case 'optional':
      return inside(wrapped);
    case 'nullable':
    case 'nullish':
      return { anyOf: [inside(wrapped), { type: 'null' }] };
    default:
      throw new TypeError(`JSON Schema of ${type} is not written yet`);
  }
}

function inside(schema: Part | undefined): JsonSchema {
  if (schema === undefined) throw new TypeError('a schema has a part missing');
  return convert(schema);
}

function convertAction({ type, requirement, description }: Part, before: JsonSchema): JsonSchema {
  switch (type) {
    case 'description':
      return { description };
    case 'regex':
      return { pattern: (requirement as RegExp).source };
    case 'integer':
      return { type: 'integer' };
    case 'finite':
      return {};
    case 'iso_timestamp':
      return { format: 'date-time' };
    case 'min_value':
      return { minimum: requirement };
    case 'max_value':
      return { maximum: requirement };
    case 'gt_value':
      return { exclusiveMinimum: requirement };
    case 'min_length':
      return before['type'] === 'array' ? { minItems: requirement } : { minLength: requirement };
    case 'length':
      return before['type'] === 'array'
        ? { minItems: requirement, maxItems: requirement }
        : { minLength: requirement, maxLength: requirement };
    case 'min_entries':
      return { minProperties: requirement };
    default:
      throw new TypeError(`JSON Schema of ${type} is not written yet`);
  }
}
