/** What an identity asked for and what falls with it, unless it was done already. */
export const fallenWith: readonly string[] = ['tell-the-family', 'prepare-release'];
