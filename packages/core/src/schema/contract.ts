/** The contracts of data that comes in and goes out, each made when it is first asked for. */
import { z } from 'zod';
import { defineApplication } from './application.ts';
import { defineCheck } from './check.ts';
import type { Naming } from './define.ts';
import { defineLedger } from './ledger.ts';
import { defineReading } from './read.ts';

interface Contract {
  readonly title: string;
  readonly define: (named: Naming) => z.ZodType;
}

const CONTRACTS = {
  read: { title: 'mingsuan read --format json', define: defineReading },
  check: { title: 'mingsuan check --format json', define: defineCheck },
  ledger: { title: '预算台账: what a unit compiles its disclosure from', define: defineLedger },
  application: { title: '项目申报: what a project of the library is applied for with', define: defineApplication },
} satisfies Readonly<Record<string, Contract>>;

export type ContractName = keyof typeof CONTRACTS;
export const CONTRACT_NAMES = Object.keys(CONTRACTS) as readonly ContractName[];

const made = new Map<ContractName, z.ZodType>();

/** The schema that a value has to keep to. */
export function schemaOf(name: ContractName): z.ZodType {
  const schema = made.get(name) ?? CONTRACTS[name].define((_, part) => part);
  made.set(name, schema);
  return schema;
}

/** The contract as JSON Schema (draft 2020-12), its named parts under `$defs`: what docs/schema publishes. */
export function jsonSchemaOf(name: ContractName): Readonly<Record<string, unknown>> {
  const { title, define } = CONTRACTS[name];
  const names = z.registry<{ id: string }>();
  const schema = define((id, part) => {
    names.add(part, { id });
    return part;
  });
  const { $schema, ...json } = z.toJSONSchema(schema, {
    metadata: names,
    override: ({ zodSchema, jsonSchema }) => {
      const description = z.globalRegistry.get(zodSchema)?.description;
      if (description !== undefined) jsonSchema.description = description;
      delete jsonSchema.readOnly;
    },
  });
  return { $schema, $id: `urn:mingsuan:schema:${name}`, title, ...json };
}
