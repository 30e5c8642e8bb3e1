/** The package ships no types; this is the part of it that is used. */
declare module 'edtf' {
  /** Throws where the text is not EDTF. `min` and `max` are milliseconds since 1970, UTC. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
