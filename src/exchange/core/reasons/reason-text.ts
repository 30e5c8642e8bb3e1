/** The languages of the first screen; others are added beside them. */
export const reasonLanguages = ['en', 'fr', 'es', 'ar'] as const;
export type ReasonLanguage = (typeof reasonLanguages)[number];

export type ReasonTexts = Record<`exchange.${string}`, Record<ReasonLanguage, string>>;
export type ReasonParameters = Readonly<Record<string, string | number>>;
