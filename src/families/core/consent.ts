import { isCountry } from '../../description';
import { institutions, type Purpose, purposes } from './purposes';

export * from './purposes';

/** What is allowed, and to whom: a state (alpha-3), a kind of institution, or null where the purpose has no recipient. */
export interface Permission {
  readonly purpose: Purpose;
  readonly recipient: string | null;
}

/** Whether a recipient belongs to the purpose. Specialists abroad may be those of one state, or of any. */
export function isRecipientOf(purpose: Purpose, recipient: string | null): boolean {
  switch (purpose) {
    case 'share_state':
      return recipient !== null && isCountry(recipient);
    case 'ask_institution':
      return recipient !== null && institutions.some((known) => known === recipient);
    case 'specialists_abroad':
      return recipient === null || isCountry(recipient);
    default:
      return recipient === null;
  }
}

/** Reads `match_abroad`, `share_state:ITA`, `ask_institution:hospital`; null where it is none of ours. */
export function readPermission(text: string): Permission | null {
  const [name, recipient = null, ...rest] = text.split(':');
  const purpose = purposes.find((known) => known === name);
  if (!purpose || rest.length > 0 || !isRecipientOf(purpose, recipient)) return null;
  return { purpose, recipient };
}

/** With whom a family does not want its report shared: a state, the state of the person's nationality, anybody. */
export const isWithheldWord = (word: string): boolean =>
  word === 'all' || word === 'state_of_nationality' || isCountry(word);

/**
 * Whether the report is kept from a state, whatever else was allowed: the family's "not with them" goes before every
 * consent. Where the nationality is not recorded, "not the state of nationality" keeps it from every state.
 */
export function isWithheldFrom(
  state: string,
  report: { readonly doNotShareWith: readonly string[]; readonly nationalities: readonly string[] | undefined },
): boolean {
  return report.doNotShareWith.some(
    (word) =>
      word === 'all' ||
      word === state ||
      (word === 'state_of_nationality' &&
        (!report.nationalities || report.nationalities.length === 0 || report.nationalities.includes(state))),
  );
}
