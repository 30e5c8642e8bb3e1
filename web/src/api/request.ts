/** The one place that speaks HTTP. What stands above it may be replaced by the client generated from the OpenAPI file. */

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

type Query = Readonly<Record<string, string | number | boolean | undefined | null>>;

export interface Asked {
  readonly query?: Query;
  readonly body?: unknown;
  /** The version that the change was made upon. */
  readonly ifMatch?: number | null;
  readonly signal?: AbortSignal;
}

const address = (path: string, query: Query = {}): string => {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') parameters.set(name, String(value));
  const text = parameters.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
};

export async function request<T>(
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  path: string,
  asked: Asked = {},
): Promise<T> {
  const { query, body, ifMatch, signal } = asked;
  const headers: Record<string, string> = { accept: 'application/json' };
  const isFile = body instanceof Blob;
  if (body !== undefined) headers['content-type'] = isFile ? body.type || 'text/csv' : 'application/json';
  if (ifMatch !== undefined && ifMatch !== null) headers['if-match'] = String(ifMatch);
  let reply: Response;
  try {
    reply = await fetch(address(path, query), {
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
  if (reply.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
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

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) => request<T>('GET', path, { query, signal });
export const put = <T>(path: string, body: unknown, ifMatch?: number | null) =>
  request<T>('PUT', path, { body, ifMatch });

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export const newId = (): string => crypto.randomUUID();
