export type { CheckedDocument } from './check.ts';
export { CONTRACT_NAMES, type ContractName, jsonSchemaOf, schemaOf } from './contract.ts';
export { type Departure, validate } from './validate.ts';
