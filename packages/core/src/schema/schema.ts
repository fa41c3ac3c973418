/**
 * The part of JSON Schema (draft 2020-12) that the contract of `mingsuan read` and `mingsuan check` is written in,
 * and the small words to write it with. One source: published under docs/schema, and used to take our own JSON back in.
 */

export interface Schema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly title?: string;
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly enum?: readonly string[];
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

export const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

export const text: Schema = { type: 'string' };
export const word: Schema = { type: 'string', minLength: 1 };
export const integer: Schema = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER };
export const count: Schema = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };

/** Integer fen (分); no float ever holds an amount. */
export const fen: Schema = { ...integer, description: 'Integer fen (分, 0.01 元).' };

/** One of some words. */
export function oneOf(...values: readonly string[]): Schema {
  return { type: 'string', enum: values };
}

/** A list of items of one schema. */
export function list(items: Schema, bounds: { minItems?: number; maxItems?: number } = {}): Schema {
  return { type: 'array', items, ...bounds };
}

/** An object whose values are all of one schema, whatever their names. */
export function record(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

// biome-ignore lint/complexity/noBannedTypes: `{}` asks whether the key may be left out
type OptionalKey<T> = { [K in keyof T]-?: {} extends Pick<T, K> ? K : never }[keyof T] & string;
type RequiredKey<T> = Exclude<keyof T & string, OptionalKey<T>>;

/**
 * A closed object that mirrors the interface `T`: a name it does not list is a mistake, and the compiler keeps the
 * schema and the type from drifting apart.
 */
export function object<T>(
  required: Readonly<Record<RequiredKey<T>, Schema>>,
  optional: Readonly<Record<OptionalKey<T>, Schema>>,
): Schema {
  const names = Object.keys(required);
  return {
    type: 'object',
    properties: { ...required, ...optional },
    ...(names.length > 0 ? { required: names } : {}),
    additionalProperties: false,
  };
}

/** A schema that `$defs` holds under a name. */
export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** A schema with its description, which tools show. */
export function described(description: string, schema: Schema): Schema {
  return { ...schema, description };
}
