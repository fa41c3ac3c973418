/** JSON Schema of how a document's fields are known; the TypeScript twin is model/identity.ts. */
import { type FieldsTold, type FieldTold, type Testimony, WITNESSES } from '../model/identity.ts';
import { described, list, object, oneOf, ref, type Schema, text } from './schema.ts';

const testimony = object<Testimony>({ witness: oneOf(...WITNESSES), text }, { origin: ref('origin') });

const fieldTold = object<FieldTold>(
  { confidence: oneOf('sure', 'doubtful', 'unknown'), evidence: list(testimony) },
  { against: list(testimony) },
);

export const identity: Schema = described(
  'How whose document it is, its year and its kind are known, each by the places that tell it. Absent where it was made.',
  object<FieldsTold>({ agency: fieldTold, year: fieldTold, stage: fieldTold }, {}),
);
