/** What a laboratory sent cannot be computed as it stands. The message says what to mend, the path says where. */
export class KinshipInputError extends Error {
  readonly kind = 'invalid';
  constructor(
    /** Stable, `kinship.kebab-words`; what clients and translations use. */
    readonly code: `kinship.${string}`,
    /** Where in the case, as in `markers[3].frequencies[2]`. */
    readonly path: string,
    message: string,
  ) {
    super(message);
    this.name = 'KinshipInputError';
  }
}
