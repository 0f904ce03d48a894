import type { ProblemCode } from '../../core/problem.ts';
import { ProblemError } from '../../core/problem.ts';

type Parameters = Record<string, string | number | readonly string[] | null | undefined>;

/** The address of an API call; empty parameters are left out and lists are repeated. */
export function apiUrl(path: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'object') for (const one of value) query.append(name, one);
    else query.set(name, String(value));
  }
  const text = query.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

/** Turns a refused answer into the product's one error, keeping the problem document for the folded detail. */
async function problemOf(response: Response): Promise<ProblemError> {
  const document: Record<string, unknown> = await response.json().catch(() => ({}));
  const type = typeof document.type === 'string' ? document.type : '';
  const code = (type.split('/').pop() || 'internal') as ProblemCode;
  const detail = typeof document.detail === 'string' ? document.detail : response.statusText;
  return new ProblemError(code, detail, { ...document, status: response.status });
}

/**
 * One call to the server. Throws ProblemError: `unavailable` when there is no answer at all, otherwise the
 * code of the server's problem document.
 */
export async function send(url: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ProblemError('unavailable', `No answer from ${url}`, {}, error);
  }
  if (!response.ok && response.status !== 304) throw await problemOf(response);
  return response;
}

export async function getJson<T>(path: string, parameters: Parameters, signal?: AbortSignal): Promise<T> {
  const response = await send(apiUrl(path, parameters), signal === undefined ? {} : { signal });
  return response.json() as Promise<T>;
}
