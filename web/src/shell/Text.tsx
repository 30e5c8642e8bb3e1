import type { ReactNode } from 'react';

/** References, codes, numbers of documents: left to right in every language. */
export const Code = ({ children }: { children: ReactNode }) => <bdi className="code">{children}</bdi>;
/** A name as written, in its own direction. */
export const Name = ({ children }: { children: ReactNode }) => <bdi>{children}</bdi>;
