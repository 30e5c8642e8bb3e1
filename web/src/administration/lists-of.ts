/** Values typed in one entry, parted by comma or semicolon unless said otherwise. */
export const listOf = (text: string | undefined, by: RegExp = /[,;،]/): string[] =>
  (text ?? '')
    .split(by)
    .map((one) => one.trim())
    .filter((one) => one !== '');
