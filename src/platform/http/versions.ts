import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { z } from 'zod';
import { InvalidInputError, StaleVersionError, VersionRequiredError } from '../errors/domain-error';

/** The version in `If-Match`, as a bare or quoted whole number; null where the header is missing. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined) return null;
  const digits = /^"?(\d{1,9})"?$/.exec(header);
  if (!digits) throw new InvalidInputError([{ path: 'If-Match', code: 'platform.version-not-understood' }]);
  return Number(digits[1]);
});

/** Refuses an edit that does not build on the present version. `current` is what the loser is shown beside what they typed. */
export function requireVersion(given: number | null, present: number, current: () => unknown): void {
  if (given === null) throw new VersionRequiredError();
  if (given !== present) throw new StaleVersionError(current());
}

/** `?cursor=&limit=`: pages do not jump when rows are added. */
export const pageQuery = {
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** A cursor is the sort key of the last row shown. */
export const encodeCursor = (key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

export function decodeCursor<const Shape extends readonly z.ZodType[]>(
  cursor: string | undefined,
  shape: Shape,
): { [K in keyof Shape]: z.infer<Shape[K]> } | null {
  if (cursor === undefined) return null;
  try {
    return z
      .tuple(shape as unknown as [z.ZodType, ...z.ZodType[]])
      .parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))) as never;
  } catch {
    throw new InvalidInputError([{ path: 'cursor', code: 'platform.cursor-not-understood' }]);
  }
}
