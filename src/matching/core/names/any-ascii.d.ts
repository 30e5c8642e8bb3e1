/** any-ascii is published as an ES module only; our output is CommonJS, which Node loads it into since 20.19. */
declare module 'any-ascii' {
  export default function anyAscii(text: string): string;
}
