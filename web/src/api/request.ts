/** The one place that speaks HTTP. Addresses, bodies and replies are typed by what is generated from the API's description. */

/** RFC 9457, as the API sends it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title?: string;
  readonly detail?: string;
  readonly requestId?: string;
  readonly errors?: readonly { readonly path: string; readonly code: string; readonly detail?: string }[];
  /** With 412: the record as it stands now. */
  readonly current?: unknown;
}

/** The API understood the request and refused it. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** No reply came: nothing is known about whether the act took effect, and every act is safe to repeat. */
export class LineDown extends Error {}

/** A route of the API, as the generated types describe it. */
export interface Route {
  readonly url: string;
  readonly path?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}
/** What is sent is only read here, so lists of the screens may be read-only. */
export type Kept<T> = T extends Blob
  ? T
  : T extends readonly (infer One)[]
    ? readonly Kept<One>[]
    : T extends object
      ? { readonly [Key in keyof T]: Kept<T[Key]> }
      : T;
export type Asked<Of extends Route> = Kept<Omit<Of, 'url' | 'headers'>> & {
  /** The version that the change was made upon. */
  readonly ifMatch?: number | null;
  readonly signal?: AbortSignal;
};
interface Loose {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly ifMatch?: number | null;
  readonly signal?: AbortSignal;
}

function address(url: string, { path, query }: Loose): string {
  const whole = url.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((path as Record<string, unknown>)[name])),
  );
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries((query as Record<string, unknown> | undefined) ?? {}))
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  const text = parameters.toString();
  return `${whole}${text === '' ? '' : `?${text}`}`;
}

async function request<Reply>(method: 'GET' | 'PUT' | 'POST' | 'DELETE', url: string, asked: Loose): Promise<Reply> {
  const { body, ifMatch, signal } = asked;
  const headers: Record<string, string> = { accept: 'application/json' };
  const isFile = body instanceof Blob;
  if (body !== undefined) headers['content-type'] = isFile ? body.type || 'text/csv' : 'application/json';
  if (ifMatch !== undefined && ifMatch !== null) headers['if-match'] = String(ifMatch);
  let reply: Response;
  try {
    reply = await fetch(address(url, asked), {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined ? undefined : isFile ? body : JSON.stringify(body),
      signal,
    });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw new LineDown(String(fault));
  }
  const text = await reply.text();
  if (reply.ok) return (text === '' ? undefined : JSON.parse(text)) as Reply;
  throw new Refused(problemOf(reply.status, text));
}

function problemOf(status: number, text: string): Problem {
  try {
    const read = JSON.parse(text) as Partial<Problem>;
    return { ...read, status, code: read.code ?? `http.${status}` };
  } catch {
    return { status, code: `http.${status}` };
  }
}

export const get = <Of extends Route, Reply>(url: Of['url'], asked: Asked<Of>) => request<Reply>('GET', url, asked);
export const put = <Of extends Route, Reply>(url: Of['url'], asked: Asked<Of>) => request<Reply>('PUT', url, asked);
export const post = <Of extends Route, Reply>(url: Of['url'], asked: Asked<Of>) => request<Reply>('POST', url, asked);
export const remove = <Of extends Route, Reply>(url: Of['url'], asked: Asked<Of>) =>
  request<Reply>('DELETE', url, asked);

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export const newId = (): string => crypto.randomUUID();

/** Every word of a closed list of the API, in the order screens offer them: one too few or too many does not compile. */
export const every =
  <Word extends string>() =>
  <const List extends readonly Word[]>(...list: Exclude<Word, List[number]> extends never ? List : never): List =>
    list;

/** A word out of an address or a choice, if it is one of the list. */
export const oneOf = <Word extends string>(list: readonly Word[], said: string | null | undefined): Word | undefined =>
  list.find((word) => word === said);
