/** What a relative answered about giving DNA. "Not asked", and asked without an answer yet, are no refusal. */
export const dnaConsents = ['not_asked', 'asked', 'given', 'refused'] as const;
export type DnaConsent = (typeof dnaConsents)[number];
