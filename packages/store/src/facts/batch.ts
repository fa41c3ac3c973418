/** What is to be brought to another keeper of facts: disclosures that changed, and all that they print now. */
export interface FactBatch {
  /** The same for the same marks, whenever the batch is made again. */
  readonly id: string;
  /** Numbers of the marks in the outbox that it answers. */
  readonly marks: readonly number[];
  /** Disclosures whose facts of before are no longer. */
  readonly renewed: readonly number[];
}
