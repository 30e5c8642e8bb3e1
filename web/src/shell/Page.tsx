import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** Shown in the page. */
  readonly title: ReactNode;
  /** The window's title: the kind of page and never a name, since screens are left open on desks. */
  readonly windowTitle: string;
  readonly under?: ReactNode;
  readonly acts?: ReactNode;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** One page: its heading takes the focus when it is entered, so that a screen reader says where one is. */
export function Page({ title, windowTitle, under, acts, narrow, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${windowTitle} · Cairn`;
    if (document.activeElement === document.body || document.activeElement?.closest('nav')) heading.current?.focus();
  }, [windowTitle]);
  return (
    <div className={narrow ? 'narrow' : undefined}>
      <div className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {under && <div className="under">{under}</div>}
        </div>
        {acts && <div className="page-acts">{acts}</div>}
      </div>
      {children}
    </div>
  );
}

/** A part of a record that opens in place; what is unfilled stays visible as a heading. */
export const Section = ({ title, open, children }: { title: ReactNode; open?: boolean; children: ReactNode }) => (
  <details className="section" open={open}>
    <summary>{title}</summary>
    <div>{children}</div>
  </details>
);

export const Card = ({ title, children }: { title?: ReactNode; children: ReactNode }) => (
  <section className="card">
    {title && <h2>{title}</h2>}
    {children}
  </section>
);

export function Facts({ of }: { of: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="definition">
      {of
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => [<dt key={`${name}-name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </dl>
  );
}
