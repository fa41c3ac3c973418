/** A finding that a reviewer made by eye, with the frame that was drawn around it on the page. */
import type { Finding } from '../finding.ts';

/** What stands in place of a rule's id. */
export const OWN_RULE = 'own-finding';

export interface OwnFinding {
  readonly message: string;
  readonly severity: Finding['severity'];
  readonly suggestion?: string | undefined;
  readonly page: number;
  /** In points from the page's top left; the whole page where nothing was framed. */
  readonly box?: readonly [number, number, number, number] | undefined;
}

/** The finding as reports show it, its frame as its evidence. `id`: unlike that of any other of the document. */
export const ownFinding = ({ message, severity, suggestion, page, box }: OwnFinding, id: string): Finding => ({
  id,
  rule: OWN_RULE,
  severity,
  message,
  ...(suggestion ? { suggestion } : {}),
  evidence: [{ text: '', origin: { page, ...(box ? { box: [...box] } : {}) } }],
});
